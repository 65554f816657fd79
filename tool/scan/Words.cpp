//===- Words.cpp - What a file's words can mean ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "scan/Words.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace joinery::scan {

namespace {

class Reader {
public:
  Reader(StringRef Text, const LangOptions &Language, const Vocabulary &Known,
         FileWords &Found)
      : Text(Text), Language(Language), Known(Known), Found(Found),
        // As the preamble's reader does: the place is never asked for.
        Lex(SourceLocation::getFromRawEncoding(1), Language, Text.begin(),
            Text.begin(), Text.end()) {}

  void read() {
    Token T;
    for (bool Have = next(T); Have;) {
      if (T.is(tok::hash) && T.isAtStartOfLine()) {
        Have = next(T);
        // A '#' alone says nothing; what follows is on a line of its own.
        if (Have && T.isAtStartOfLine())
          continue;
        if (Have && T.is(tok::raw_identifier))
          directive(spelling(T));
      } else {
        HasText = true;
        if (T.is(tok::hashhash))
          Found.Pastes = true;
        else if (T.is(tok::raw_identifier))
          word(T);
      }
      Have = Have && next(T);
    }
  }

private:
  bool next(Token &T) {
    Lex.LexFromRawLexer(T);
    return T.isNot(tok::eof);
  }

  StringRef spelling(const Token &T) {
    if (!T.needsCleaning() && !T.hasUCN())
      return T.getRawIdentifier();
    // A word with a line break in it.
    Cleaned.clear();
    const char *At = T.getRawIdentifier().begin(), *End = At + T.getLength();
    while (At < End) {
      auto Char = Lexer::getCharAndSizeNoWarn(At, Language);
      Cleaned.push_back(Char.Char);
      At += Char.Size;
    }
    return Cleaned;
  }

  void word(const Token &T) {
    StringRef Word = spelling(T);
    Known.add(Word, Found.Words);
    Known.addPasted(Word, Found.Pasted);
    if (T.isAtStartOfLine() && Language.CPlusPlusModules &&
        (Word == "import" || Word == "module" || Word == "export"))
      Found.Unclear = true;
  }

  void directive(StringRef Name) {
    enum { Other, If, Endif, Includes, Hard };
    switch (llvm::StringSwitch<int>(Name)
                .Cases({"if", "ifdef", "ifndef"}, If)
                .Case("endif", Endif)
                .Cases({"include", "import"}, Includes)
                .Cases({"include_next", "__include_macros"}, Hard)
                .Default(Other)) {
    case If:
      // What is around the whole file guards it against a second inclusion.
      if (Depth == 0 && !HasText && !Guarded && Name == "ifndef")
        Guarded = true;
      else
        ++Depth;
      return;
    case Endif:
      if (Depth)
        --Depth;
      return;
    case Includes:
      include();
      return;
    case Hard:
      Found.Unclear = true;
      return;
    default:
      HasText |= Name != "pragma";
      return;
    }
  }

  void include() {
    size_t At = static_cast<size_t>(Lex.getBufferLocation() - Text.begin());
    StringRef Line = Text.substr(At).take_until(
        [](char C) { return C == '\n' || C == '\r'; });
    StringRef Name = Line.ltrim(" \t");
    bool Angled = Name.consume_front("<");
    if (!Angled && !Name.consume_front("\"")) {
      Found.Unclear = true;
      return;
    }
    size_t End = Name.find(Angled ? '>' : '"');
    if (End == StringRef::npos) {
      Found.Unclear = true;
      return;
    }
    Found.Includes.push_back({Name.take_front(End).str(), Angled, Depth != 0});
    Lex.seek(static_cast<unsigned>(Name.data() + End + 1 - Text.begin()),
             /*IsAtStartOfLine=*/false);
  }

  StringRef Text;
  const LangOptions &Language;
  const Vocabulary &Known;
  FileWords &Found;
  Lexer Lex;
  llvm::SmallString<32> Cleaned;
  unsigned Depth = 0;
  bool Guarded = false;
  bool HasText = false;
};

} // namespace

FileWords wordsOf(StringRef Text, const LangOptions &Language,
                  const Vocabulary &Known) {
  FileWords Found;
  Found.Words.resize(static_cast<unsigned>(Known.size()));
  Found.Pasted.resize(static_cast<unsigned>(Known.size()));
  Reader(Text, Language, Known, Found).read();
  return Found;
}

} // namespace joinery::scan
