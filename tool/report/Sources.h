//===- Sources.h - Places in files, as people count them --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A diagnostic outlives the compiler that made it: its place is a file and an
// offset. Formats want lines, and columns in units of their own.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_SOURCES_H
#define JOINERY_REPORT_SOURCES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>
#include <vector>

namespace joinery::report {

/// A place, counted from 1.
struct Position {
  unsigned Line = 1;
  unsigned Column = 1;      ///< In bytes, as compilers count.
  unsigned Utf16Column = 1; ///< In code units of UTF-16, as SARIF counts.
};

/// The texts of files, each read once.
class Sources {
public:
  /// Relative paths are below \p Root.
  explicit Sources(llvm::StringRef Root) : Root(Root) {}

  /// The file's text; "" when it cannot be read.
  llvm::StringRef text(llvm::StringRef Path);

  /// Line 1 when the file cannot be read.
  Position position(llvm::StringRef Path, unsigned Offset);

  /// The line (counted from 1) without its end and white space around it.
  llvm::StringRef line(llvm::StringRef Path, unsigned Line);

  /// The end of the name that starts at \p Offset, or of one character.
  unsigned endOfToken(llvm::StringRef Path, unsigned Offset);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<unsigned> LineStarts;
  };
  const File &file(llvm::StringRef Path);

  std::string Root;
  llvm::StringMap<File> Files;
};

/// How many code units of UTF-16 \p Text has; a byte that is no UTF-8 counts
/// as one.
unsigned utf16Length(llvm::StringRef Text);

} // namespace joinery::report

#endif // JOINERY_REPORT_SOURCES_H
