//===- Sources.cpp - Places in files, as people count them ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Sources.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace joinery::report {

unsigned utf16Length(StringRef Text) {
  unsigned Length = 0;
  while (!Text.empty()) {
    unsigned Bytes = llvm::getNumBytesForUTF8(Text.front());
    const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
    if (Bytes > Text.size() || !llvm::isLegalUTF8Sequence(Begin, Begin + Bytes))
      Bytes = 1;
    // What needs four bytes is outside of UTF-16's first plane.
    Length += Bytes == 4 ? 2 : 1;
    Text = Text.drop_front(Bytes);
  }
  return Length;
}

const Sources::File &Sources::file(StringRef Path) {
  auto [Entry, New] = Files.try_emplace(Path);
  File &F = Entry->second;
  if (!New)
    return F;
  llvm::SmallString<128> Absolute(Path);
  llvm::sys::path::make_absolute(Root, Absolute);
  F.LineStarts = {0};
  if (auto Buffer = llvm::MemoryBuffer::getFile(
          Absolute, /*IsText=*/false, /*RequiresNullTerminator=*/false))
    F.Buffer = std::move(*Buffer);
  else
    return F;
  StringRef Text = F.Buffer->getBuffer();
  for (size_t At = Text.find('\n'); At != StringRef::npos;
       At = Text.find('\n', At + 1))
    F.LineStarts.push_back(static_cast<unsigned>(At + 1));
  return F;
}

StringRef Sources::text(StringRef Path) {
  const File &F = file(Path);
  return F.Buffer ? F.Buffer->getBuffer() : StringRef();
}

Position Sources::position(StringRef Path, unsigned Offset) {
  StringRef Text = text(Path);
  Offset = std::min<unsigned>(Offset, static_cast<unsigned>(Text.size()));
  const std::vector<unsigned> &Starts = file(Path).LineStarts;
  auto After = llvm::upper_bound(Starts, Offset);
  unsigned Start = *std::prev(After);
  StringRef Before = Text.slice(Start, Offset);
  return {static_cast<unsigned>(After - Starts.begin()),
          static_cast<unsigned>(Before.size()) + 1, utf16Length(Before) + 1};
}

StringRef Sources::line(StringRef Path, unsigned Line) {
  const std::vector<unsigned> &Starts = file(Path).LineStarts;
  if (Line == 0 || Line > Starts.size())
    return "";
  return text(Path).substr(Starts[Line - 1]).split('\n').first.trim();
}

unsigned Sources::endOfToken(StringRef Path, unsigned Offset) {
  StringRef Rest = text(Path).substr(Offset);
  if (Rest.empty() || Rest.front() == '\n')
    return Offset;
  size_t Length =
      Rest.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; })
          .size();
  if (Length == 0)
    Length =
        std::min<size_t>(Rest.size(), llvm::getNumBytesForUTF8(Rest.front()));
  return Offset + static_cast<unsigned>(Length);
}

} // namespace joinery::report
