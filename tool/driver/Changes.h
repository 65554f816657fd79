//===- Changes.h - What was changed since a revision ------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_CHANGES_H
#define JOINERY_DRIVER_CHANGES_H

#include "report/Report.h"
#include "report/Sources.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"

namespace joinery::driver {

/// The lines that differ between a git revision and the working tree.
class Changes {
public:
  /// Asks git in the folder \p Root. An error says why git has no answer.
  static llvm::Expected<Changes> since(llvm::StringRef Revision,
                                       llvm::StringRef Root);

  /// Whether a line of the finding was changed: its own, or one of its story.
  /// A change elsewhere can make the finding, and then the story is where.
  bool touch(const report::Diagnostic &E, llvm::StringRef Root,
             report::Sources &Files) const;

  /// Adds what "git diff -U0" prints for the work tree \p Top.
  llvm::Error addDiff(llvm::StringRef Diff, llvm::StringRef Top);
  /// Adds a file, absolute, as changed in every line.
  void addFile(llvm::StringRef Path) { Lines[Path] = {{1, ~0U}}; }

private:
  bool contains(llvm::StringRef Path, unsigned Line) const;

  /// Absolute path to ranges of lines, both ends in.
  llvm::StringMap<std::vector<std::pair<unsigned, unsigned>>> Lines;
};

} // namespace joinery::driver

#endif // JOINERY_DRIVER_CHANGES_H
