//===- Convert.h - Findings as the protocol writes them ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_LSP_CONVERT_H
#define JOINERY_LSP_CONVERT_H

#include "driver/Runner.h"
#include "lsp/Positions.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include <memory>
#include <string>
#include <vector>

namespace joinery::lsp {

/// The texts that a check read: of open files what the editor has, of others
/// what the disk has.
class Texts {
public:
  /// Contents of open files, by absolute path.
  using Buffers = std::map<std::string, std::shared_ptr<const std::string>>;

  explicit Texts(const Buffers &Open) : Open(Open) {}
  llvm::StringRef text(llvm::StringRef File);
  const Lines &lines(llvm::StringRef File);

private:
  struct Loaded {
    std::string FromDisk;
    llvm::StringRef Text;
    std::unique_ptr<Lines> Map;
  };
  Loaded &load(llvm::StringRef File);

  const Buffers &Open;
  llvm::StringMap<Loaded> Files;
};

/// A change that an editor offers to make.
struct QuickFix {
  std::string Title;
  /// Of the warning itself, which is right in every context; not one of the
  /// alternatives on its notes.
  bool Preferred = false;
  /// URI to edits of that file.
  llvm::json::Object Changes;
};

/// One diagnostic of a file that is open.
struct Finding {
  llvm::lsp::Range Range;
  llvm::json::Object Diagnostic;
  std::vector<QuickFix> Fixes;
};

struct ConvertOptions {
  /// The editor shows relatedInformation; else the notes are told in the
  /// message.
  bool RelatedInformation = true;
  /// Where the checks' pages are, as a URI that ends in '/'; "" for no links.
  std::string PagesUri;
};

/// What \p Result says about \p File. Of compile errors the first one is told:
/// code that does not compile is checked in part, and the editor's own language
/// server shows the errors. \p Guessed is whether the command was not that of
/// the file.
std::vector<Finding> findingsOf(driver::UnitResult Result,
                                const std::string &File, bool Guessed,
                                Texts &Sources, const ConvertOptions &Options);

} // namespace joinery::lsp

#endif // JOINERY_LSP_CONVERT_H
