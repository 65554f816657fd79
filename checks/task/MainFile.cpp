//===- MainFile.cpp - Which file a unit is made of ----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "task/MainFile.h"

using namespace clang;

namespace joinery {

/// The first file that the line markers at the start of \p Text name, without
/// <built-in> and the like; empty when there is none: \p Text is as written.
static std::string markedFile(StringRef Text) {
  while (Text.consume_front("# ")) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    StringRef Name = Line.split('"').second.rsplit('"').first;
    if (Name.empty() || Name.starts_with("<"))
      continue;
    std::string Plain;
    for (size_t I = 0; I < Name.size(); ++I) {
      if (Name[I] == '\\' && I + 1 < Name.size())
        ++I;
      Plain += Name[I];
    }
    return Plain;
  }
  return "";
}

std::string mainFileName(const SourceManager &Sources) {
  std::string Marked =
      markedFile(Sources.getBufferData(Sources.getMainFileID()));
  if (!Marked.empty())
    return Marked;
  OptionalFileEntryRef File =
      Sources.getFileEntryRefForID(Sources.getMainFileID());
  return File ? File->getName().str() : "";
}

bool isInMainFile(SourceLocation At, const SourceManager &Sources) {
  if (!Sources.isWrittenInMainFile(At))
    return false;
  std::string Marked =
      markedFile(Sources.getBufferData(Sources.getMainFileID()));
  return Marked.empty() || Sources.getPresumedLoc(At).getFilename() == Marked;
}

} // namespace joinery
