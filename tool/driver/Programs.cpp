//===- Programs.cpp - Which units make a program --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Programs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include <set>

using llvm::StringRef;

namespace joinery::driver {

static std::string absolute(StringRef Path, StringRef Folder) {
  llvm::SmallString<128> Result(Path);
  llvm::sys::path::make_absolute(Folder, Result);
  llvm::sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return std::string(Result);
}

namespace {

/// A word, '|' or ':' of a build statement.
struct Token {
  enum Kind { Word, Bar, DoubleBar, Colon } Is = Word;
  std::string Text;
};

} // namespace

/// Splits a logical line; `$ `, `$:` and `$$` are characters of a word.
static std::vector<Token> tokens(StringRef Line) {
  std::vector<Token> Result;
  std::string Word;
  auto Flush = [&] {
    if (!Word.empty())
      Result.push_back({Token::Word, Word});
    Word.clear();
  };
  for (size_t I = 0; I < Line.size(); ++I) {
    char C = Line[I];
    if (C == '$' && I + 1 < Line.size()) {
      Word += Line[++I];
    } else if (C == ' ') {
      Flush();
    } else if (C == ':' || C == '|') {
      Flush();
      bool Double = C == '|' && I + 1 < Line.size() && Line[I + 1] == '|';
      I += Double;
      // `|@` names validations, which are linked into nothing.
      bool Validation = C == '|' && I + 1 < Line.size() && Line[I + 1] == '@';
      I += Validation;
      Result.push_back({C == ':'                 ? Token::Colon
                        : Double || Validation ? Token::DoubleBar
                                               : Token::Bar,
                        ""});
    } else {
      Word += C;
    }
  }
  Flush();
  return Result;
}

std::vector<LinkedOutput> readNinja(StringRef Text, StringRef Folder) {
  std::vector<LinkedOutput> All;
  while (!Text.empty()) {
    std::string Line;
    // A line that ends in '$' goes on, without the blanks of the next.
    for (bool More = true; More && !Text.empty();) {
      auto [First, Rest] = Text.split('\n');
      First.consume_back("\r");
      Text = Rest;
      size_t Dollars = First.size() - First.rtrim('$').size();
      More = Dollars % 2 == 1;
      Line += (Line.empty() ? First : First.ltrim(' '))
                  .drop_back(More ? 1 : 0)
                  .str();
    }
    StringRef Statement = Line;
    if (!Statement.consume_front("build "))
      continue;
    std::vector<Token> Tokens = tokens(Statement);
    std::vector<std::string> Outputs;
    size_t I = 0;
    for (; I != Tokens.size() && Tokens[I].Is != Token::Colon; ++I)
      if (Tokens[I].Is == Token::Word)
        Outputs.push_back(absolute(Tokens[I].Text, Folder));
    I += 2; // The colon and the rule.
    std::vector<std::string> Inputs;
    for (; I < Tokens.size() && Tokens[I].Is != Token::DoubleBar; ++I)
      if (Tokens[I].Is == Token::Word)
        Inputs.push_back(absolute(Tokens[I].Text, Folder));
    for (const std::string &Output : Outputs)
      All.push_back({Output, Inputs});
  }
  return All;
}

std::vector<Program> programsOf(llvm::ArrayRef<ProgramUnit> Units,
                                llvm::ArrayRef<LinkedOutput> Links) {
  llvm::StringMap<size_t> UnitOf;
  for (size_t I = 0; I != Units.size(); ++I)
    if (!Units[I].Object.empty())
      UnitOf[Units[I].Object] = I;
  llvm::StringMap<const LinkedOutput *> Made;
  for (const LinkedOutput &L : Links)
    Made[L.Output] = &L;

  std::vector<Program> Programs;
  std::set<size_t> Covered;
  for (const LinkedOutput &L : Links) {
    // A program links an object with main itself; archives do not.
    bool HasMain = llvm::any_of(L.Inputs, [&](const std::string &Input) {
      auto At = UnitOf.find(Input);
      return At != UnitOf.end() && Units[At->second].HasMain;
    });
    StringRef Extension = llvm::sys::path::extension(L.Output);
    if (!HasMain || Extension == ".a" || Extension == ".o")
      continue;
    Program P;
    P.Name = L.Output;
    std::set<size_t> Of;
    llvm::StringSet<> Seen;
    std::vector<StringRef> Work(L.Inputs.begin(), L.Inputs.end());
    while (!Work.empty()) {
      StringRef Input = Work.back();
      Work.pop_back();
      if (!Seen.insert(Input).second)
        continue;
      if (auto At = UnitOf.find(Input); At != UnitOf.end())
        Of.insert(At->second);
      else if (const LinkedOutput *Inner = Made.lookup(Input))
        Work.insert(Work.end(), Inner->Inputs.begin(), Inner->Inputs.end());
    }
    for (size_t U : Of)
      if (Units[U].HasMain)
        Covered.insert(U);
    P.Units.assign(Of.begin(), Of.end());
    Programs.push_back(std::move(P));
  }
  std::vector<size_t> Without;
  for (size_t I = 0; I != Units.size(); ++I)
    if (!Units[I].HasMain)
      Without.push_back(I);
  for (size_t I = 0; I != Units.size(); ++I) {
    if (!Units[I].HasMain || Covered.count(I))
      continue;
    Program P;
    P.Units = Without;
    P.Units.insert(llvm::upper_bound(P.Units, I), I);
    Programs.push_back(std::move(P));
  }
  if (Programs.empty() && !Without.empty())
    Programs.push_back({"", Without});
  return Programs;
}

} // namespace joinery::driver
