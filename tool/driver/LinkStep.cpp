//===- LinkStep.cpp - The whole program after a check ---------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/LinkStep.h"
#include "facts/Format.h"
#include "report/Merge.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <set>

using clang::tidy::ClangTidyError;
using llvm::StringRef;

namespace joinery::driver {

/// What the first command of the unit writes, or "".
static std::string objectOf(const Unit &U) {
  if (U.Commands.empty())
    return "";
  const clang::tooling::CompileCommand &C = U.Commands.front();
  StringRef Output = C.Output;
  for (size_t I = 0; Output.empty() && I + 1 < C.CommandLine.size(); ++I)
    if (C.CommandLine[I] == "-o")
      Output = C.CommandLine[I + 1];
  if (Output.empty())
    return "";
  llvm::SmallString<128> Path(Output);
  llvm::sys::path::make_absolute(C.Directory, Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

static std::vector<LinkedOutput> linksOf(const Selection &Selected) {
  llvm::Expected<std::string> Database = findDatabase(Selected);
  if (!Database) {
    llvm::consumeError(Database.takeError());
    return {};
  }
  llvm::SmallString<128> Folder(llvm::sys::path::parent_path(*Database));
  llvm::SmallString<128> Ninja(Folder);
  llvm::sys::path::append(Ninja, "build.ninja");
  auto Text = llvm::MemoryBuffer::getFile(Ninja, /*IsText=*/true);
  return Text ? readNinja((*Text)->getBuffer(), Folder)
              : std::vector<LinkedOutput>();
}

WholeProgram linkUnits(const std::vector<Unit> &Units,
                       const std::vector<UnitResult> &Results,
                       const Selection &Selected, bool WantTasks) {
  std::vector<FactsOfUnit> All;
  bool Complete = Selected.Paths.empty() && !Selected.Flags;
  std::vector<std::string> Problems;
  for (size_t I = 0; I != Results.size(); ++I) {
    const UnitResult &R = Results[I];
    // What the compiler did not understand may be the join.
    if (R.Failed) {
      Complete = false;
      continue;
    }
    llvm::Expected<std::vector<StringRef>> Frames = facts::splitFrames(R.Facts);
    if (!Frames) {
      Problems.push_back("'" + R.File +
                         "': " + llvm::toString(Frames.takeError()));
      Complete = false;
      continue;
    }
    // What is still skipped is of programs in which there is nothing to find.
    Complete &= !Frames->empty() || R.Skipped;
    for (StringRef Frame : *Frames)
      All.push_back(
          {Frame.str(), factsDirectory(Units[I]), R.File, objectOf(Units[I])});
  }
  WholeProgram Whole =
      linkAll(std::move(All),
              Selected.Flags ? std::vector<LinkedOutput>() : linksOf(Selected),
              Complete, /*Together=*/false, WantTasks);
  Whole.Problems.insert(Whole.Problems.begin(), Problems.begin(),
                        Problems.end());
  return Whole;
}

/// Whether a unit was parsed and hangs on others, or cannot be read.
static bool asksOthers(const UnitResult &R, bool &HasMain) {
  llvm::Expected<std::vector<StringRef>> Frames = facts::splitFrames(R.Facts);
  if (!Frames) {
    llvm::consumeError(Frames.takeError());
    return true;
  }
  bool Asks = false;
  for (StringRef Frame : *Frames) {
    llvm::Expected<facts::UnitFacts> Facts = facts::decode(Frame);
    if (!Facts) {
      llvm::consumeError(Facts.takeError());
      return true;
    }
    HasMain |= llvm::any_of(Facts->Functions,
                            [](const facts::Function &F) { return F.IsMain; });
    Asks |= facts::asksOthers(*Facts);
  }
  return Asks;
}

std::vector<size_t> skippedUnitsAsked(const std::vector<Unit> &Units,
                                      const std::vector<UnitResult> &Results,
                                      const Selection &Selected) {
  std::vector<ProgramUnit> Described;
  std::vector<bool> Asks(Results.size());
  std::vector<size_t> Skipped;
  for (size_t I = 0; I != Results.size(); ++I) {
    // A skipped unit may have main, for all that is known.
    bool HasMain = Results[I].Skipped;
    Asks[I] = asksOthers(Results[I], HasMain);
    Described.push_back({objectOf(Units[I]), HasMain});
    if (Results[I].Skipped)
      Skipped.push_back(I);
  }
  if (Skipped.empty() || !llvm::is_contained(Asks, true))
    return {};

  std::vector<bool> Covered(Results.size()), Asked(Results.size());
  for (const Program &P : programsOf(Described, linksOf(Selected))) {
    if (P.Name.empty())
      continue; // Not told by the build system.
    bool Any = llvm::any_of(P.Units, [&](size_t I) { return Asks[I]; });
    for (size_t I : P.Units) {
      Covered[I] = true;
      Asked[I] = Asked[I] || Any;
    }
  }
  bool AnyElsewhere = false;
  for (size_t I = 0; I != Results.size(); ++I)
    AnyElsewhere |= Asks[I] && !Covered[I];
  std::vector<size_t> Wanted;
  for (size_t I : Skipped)
    if (AnyElsewhere || Asked[I] || !Covered[I])
      Wanted.push_back(I);
  return Wanted;
}

void addLinked(WholeProgram &Whole, report::Report &R) {
  std::set<std::tuple<std::string, std::string, unsigned>> Said;
  auto IsNew = [&](const ClangTidyError &E) {
    return Said
        .insert({E.DiagnosticName, E.Message.FilePath, E.Message.FileOffset})
        .second;
  };
  for (const ClangTidyError &E : R.Shown)
    IsNew(E);
  for (const report::SilencedFinding &S : R.Silenced)
    IsNew(S.Found);
  for (ClangTidyError &E : Whole.Findings) {
    report::showPaths(E, R.Root);
    if (IsNew(E))
      R.Shown.push_back(std::move(E));
  }
  for (ClangTidyError &E : Whole.Silenced) {
    report::showPaths(E, R.Root);
    if (IsNew(E))
      R.Silenced.push_back({std::move(E), report::SilencedFinding::ByComment});
  }
  Whole.Findings.clear();
  Whole.Silenced.clear();
}

} // namespace joinery::driver
