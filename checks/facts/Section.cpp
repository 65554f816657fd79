//===- Section.cpp - Where an object file keeps its facts ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Section.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace joinery::facts {

// No flag: not allocated, and not excluded from what is linked. '%' starts a
// section's type on every target; '@' starts a comment on ARM.
static constexpr StringRef Open =
    ".pushsection .joinery.facts,\"\",%progbits\n";
static constexpr StringRef Line = "\t.ascii \"";
static constexpr StringRef Close = ".popsection\n";

/// Assemblers have limits on a line; this stays below all of them.
static constexpr size_t BytesPerLine = 200;

std::string assemblyOf(StringRef Bytes) {
  std::string Text = Open.str();
  for (; !Bytes.empty();
       Bytes = Bytes.drop_front(std::min(BytesPerLine, Bytes.size()))) {
    Text += Line;
    for (unsigned char C : Bytes.take_front(BytesPerLine)) {
      if (llvm::isPrint(C) && C != '"' && C != '\\') {
        Text += static_cast<char>(C);
        continue;
      }
      // Three octal digits always, so that a digit may follow.
      Text += '\\';
      Text += static_cast<char>('0' + (C >> 6));
      Text += static_cast<char>('0' + (C >> 3 & 7));
      Text += static_cast<char>('0' + (C & 7));
    }
    Text += "\"\n";
  }
  Text += Close;
  return Text;
}

static void addLine(StringRef Quoted, std::string &Bytes) {
  while (!Quoted.empty() && Quoted.front() != '"') {
    unsigned Value = 0;
    if (Quoted.front() == '\\' && Quoted.size() >= 4 &&
        !Quoted.substr(1, 3).getAsInteger(8, Value)) {
      Bytes += static_cast<char>(Value);
      Quoted = Quoted.drop_front(4);
      continue;
    }
    Bytes += Quoted.front();
    Quoted = Quoted.drop_front();
  }
}

std::string bytesOf(StringRef Assembly) {
  std::string Bytes;
  for (size_t At; (At = Assembly.find(Open)) != StringRef::npos;) {
    Assembly = Assembly.drop_front(At + Open.size());
    while (Assembly.consume_front(Line)) {
      auto [Quoted, Rest] = Assembly.split('\n');
      addLine(Quoted, Bytes);
      Assembly = Rest;
    }
  }
  return Bytes;
}

} // namespace joinery::facts
