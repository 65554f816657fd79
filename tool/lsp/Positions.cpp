//===- Positions.cpp - Bytes of a file as an editor counts them ---------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lsp/Positions.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using llvm::StringRef;

namespace joinery::lsp {

/// How many bytes the character at the start of \p Text has, and how many
/// units of UTF-16. A byte that is no UTF-8 counts as one character, which is
/// what editors show for it.
static std::pair<size_t, int> characterAt(StringRef Text) {
  unsigned char First = Text[0];
  size_t Bytes = First < 0xC0   ? 1
                 : First < 0xE0 ? 2
                 : First < 0xF0 ? 3
                 : First < 0xF8 ? 4
                                : 1;
  bool Whole = Text.size() >= Bytes &&
               llvm::all_of(Text.substr(1, Bytes - 1),
                            [](unsigned char C) { return (C & 0xC0) == 0x80; });
  if (!Whole)
    return {1, 1};
  return {Bytes, Bytes == 4 ? 2 : 1};
}

Lines::Lines(StringRef Text) : Text(Text), Starts{0} {
  for (size_t I = Text.find_first_of("\r\n"); I != StringRef::npos;
       I = Text.find_first_of("\r\n", I)) {
    I += Text.substr(I).starts_with("\r\n") ? 2 : 1;
    Starts.push_back(I);
  }
}

StringRef Lines::line(size_t Index) const {
  size_t End = Index + 1 < Starts.size() ? Starts[Index + 1] : Text.size();
  return Text.slice(Starts[Index], End).rtrim("\r\n");
}

llvm::lsp::Position Lines::position(size_t Offset) const {
  Offset = std::min(Offset, Text.size());
  size_t Index = llvm::upper_bound(Starts, Offset) - Starts.begin() - 1;
  StringRef Before = Text.slice(Starts[Index], Offset);
  int Units = 0;
  while (!Before.empty()) {
    auto [Bytes, Width] = characterAt(Before);
    Before = Before.drop_front(Bytes);
    Units += Width;
  }
  return {static_cast<int>(Index), Units};
}

size_t Lines::offset(llvm::lsp::Position Position) const {
  if (Position.line < 0)
    return 0;
  size_t Index = static_cast<size_t>(Position.line);
  if (Index >= Starts.size())
    return Text.size();
  StringRef Rest = line(Index);
  size_t Offset = Starts[Index];
  for (int Units = 0; !Rest.empty();) {
    auto [Bytes, Width] = characterAt(Rest);
    Units += Width;
    if (Units > Position.character)
      break;
    Rest = Rest.drop_front(Bytes);
    Offset += Bytes;
  }
  return Offset;
}

bool apply(const llvm::lsp::TextDocumentContentChangeEvent &Change,
           std::string &Text) {
  if (!Change.range) {
    Text = Change.text;
    return true;
  }
  Lines Map(Text);
  size_t Begin = Map.offset(Change.range->start);
  size_t End = Map.offset(Change.range->end);
  if (End < Begin)
    return false;
  Text.replace(Begin, End - Begin, Change.text);
  return true;
}

} // namespace joinery::lsp
