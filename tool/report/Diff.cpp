//===- Diff.cpp - Unified diffs -------------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Fix-its change few lines of a file: the lines before the first and after the
// last change are skipped, and the rest is small enough for the table of the
// longest common subsequence.
//
//===----------------------------------------------------------------------===//

#include "report/Diff.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>
#include <vector>

using llvm::StringRef;
using Lines = std::vector<StringRef>;

namespace joinery::report {

/// The lines with their ends.
static Lines splitLines(StringRef Text) {
  Lines Result;
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    size_t Length = End == StringRef::npos ? Text.size() : End + 1;
    Result.push_back(Text.take_front(Length));
    Text = Text.drop_front(Length);
  }
  return Result;
}

namespace {

/// One line of the script that leads from the old lines to the new.
struct Edit {
  char Kind; ///< ' ', '-' or '+'.
  StringRef Line;
};

} // namespace

static std::vector<Edit> editScript(const Lines &Old, const Lines &New) {
  size_t Before = 0, After = 0;
  size_t Shorter = std::min(Old.size(), New.size());
  while (Before < Shorter && Old[Before] == New[Before])
    ++Before;
  while (After < Shorter - Before &&
         Old[Old.size() - After - 1] == New[New.size() - After - 1])
    ++After;
  size_t M = Old.size() - Before - After, N = New.size() - Before - After;

  std::vector<Edit> Script;
  for (size_t I = 0; I < Before; ++I)
    Script.push_back({' ', Old[I]});
  // Longest[I][J]: of the old lines from I and the new ones from J. Too many
  // lines for the table are replaced as a whole.
  bool Small = M * N < 25000000;
  std::vector<std::vector<unsigned>> Longest(
      Small ? M + 1 : 0, std::vector<unsigned>(Small ? N + 1 : 0, 0));
  for (size_t I = M; Small && I-- > 0;)
    for (size_t J = N; J-- > 0;)
      Longest[I][J] = Old[Before + I] == New[Before + J]
                          ? Longest[I + 1][J + 1] + 1
                          : std::max(Longest[I + 1][J], Longest[I][J + 1]);
  size_t I = 0, J = 0;
  while (I < M || J < N) {
    bool Same = I < M && J < N && Old[Before + I] == New[Before + J];
    if (Same && Small) {
      Script.push_back({' ', Old[Before + I]});
      ++I;
      ++J;
    } else if (I < M &&
               (J == N || !Small || Longest[I + 1][J] >= Longest[I][J + 1])) {
      Script.push_back({'-', Old[Before + I++]});
    } else {
      Script.push_back({'+', New[Before + J++]});
    }
  }
  for (size_t K = Old.size() - After; K < Old.size(); ++K)
    Script.push_back({' ', Old[K]});
  return Script;
}

/// "start,count" of a hunk's head; the line before, when there is none.
static void printRange(size_t Before, size_t Count, llvm::raw_ostream &OS) {
  OS << (Count ? Before + 1 : Before);
  if (Count != 1)
    OS << ',' << Count;
}

static void printHunk(llvm::ArrayRef<Edit> Hunk, size_t OldBefore,
                      size_t NewBefore, llvm::raw_ostream &OS) {
  auto Count = [&](char Other) {
    return llvm::count_if(Hunk, [=](const Edit &E) { return E.Kind != Other; });
  };
  OS << "@@ -";
  printRange(OldBefore, Count('+'), OS);
  OS << " +";
  printRange(NewBefore, Count('-'), OS);
  OS << " @@\n";
  for (const Edit &E : Hunk) {
    OS << E.Kind << E.Line;
    if (!E.Line.ends_with("\n"))
      OS << "\n\\ No newline at end of file\n";
  }
}

void printUnifiedDiff(StringRef Path, StringRef Old, StringRef New,
                      llvm::raw_ostream &OS) {
  static constexpr size_t Context = 3;
  if (Old == New)
    return;
  std::vector<Edit> Script = editScript(splitLines(Old), splitLines(New));
  OS << "--- a/" << Path << "\n+++ b/" << Path << '\n';
  size_t OldLine = 0, NewLine = 0, Printed = 0;
  auto Advance = [&](size_t To) {
    for (; Printed < To; ++Printed) {
      OldLine += Script[Printed].Kind != '+';
      NewLine += Script[Printed].Kind != '-';
    }
  };
  for (size_t I = 0; I < Script.size();) {
    if (Script[I].Kind == ' ') {
      ++I;
      continue;
    }
    // The hunk goes on over every gap that its context would fill.
    size_t Last = I;
    for (size_t J = I; J < Script.size() && J - Last <= 2 * Context; ++J)
      if (Script[J].Kind != ' ')
        Last = J;
    size_t Begin = I - std::min(I - Printed, Context);
    size_t End = std::min(Script.size(), Last + 1 + Context);
    Advance(Begin);
    printHunk(llvm::ArrayRef(Script).slice(Begin, End - Begin), OldLine,
              NewLine, OS);
    Advance(End);
    I = End;
  }
}

} // namespace joinery::report
