//===- Positions.h - Bytes of a file as an editor counts them ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The compiler counts bytes; the protocol counts lines, and within a line the
// 16-bit units that its text has in UTF-16. LLVM's applyTo() for changes of a
// document counts bytes as well, which is wrong after the first umlaut.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_LSP_POSITIONS_H
#define JOINERY_LSP_POSITIONS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/LSP/Protocol.h"
#include <vector>

namespace joinery::lsp {

/// Where the lines of a text begin. The text must outlive it.
class Lines {
public:
  explicit Lines(llvm::StringRef Text);

  /// The position of a byte; of the end, when \p Offset is past it.
  llvm::lsp::Position position(size_t Offset) const;
  /// The byte at a position. A position past the end of its line means the
  /// end of that line, as the protocol says; one in a pair of surrogates means
  /// its character.
  size_t offset(llvm::lsp::Position Position) const;

private:
  /// A line without its end.
  llvm::StringRef line(size_t Index) const;

  llvm::StringRef Text;
  std::vector<size_t> Starts;
};

/// Applies one change of a document to \p Text. A range that ends before it
/// begins is left out and false is returned.
bool apply(const llvm::lsp::TextDocumentContentChangeEvent &Change,
           std::string &Text);

} // namespace joinery::lsp

#endif // JOINERY_LSP_POSITIONS_H
