//===- KnownFindings.cpp - What a run leaves out --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/KnownFindings.h"
#include "report/WriteFile.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace joinery::driver {

/// Leaves out findings of which no line was changed. Errors stay.
static void keepChanged(report::Report &R, const Changes &Changed,
                        report::Sources &Files) {
  size_t Before = R.Shown.size();
  llvm::erase_if(R.Shown, [&](const ClangTidyError &E) {
    return report::isFinding(E) && !Changed.touch(E, R.Root, Files);
  });
  R.Unchanged = Before - R.Shown.size();
}

/// Tells which entries of a baseline nothing uses any more: those of files and
/// checks that this run has looked at.
static void noteStale(report::Report &R, const CheckCommand &C,
                      const report::Baseline &Known,
                      const std::set<std::string> &Checks) {
  std::set<std::string> Looked;
  for (const report::CheckedUnit &U : R.Units)
    if (U.Failure.empty())
      Looked.insert(U.File);
  bool All = C.isWhole() && R.brokenUnits() == 0;
  std::vector<report::Baseline::Entry> Stale =
      Known.stale(R.Root, [&](StringRef File, StringRef Check) {
        return (All || Looked.count(File.str())) && Checks.count(Check.str());
      });
  for (const report::Baseline::Entry &E : Stale)
    R.Notes.push_back("the baseline '" + *C.Baseline + "' knows more of '" +
                      E.Check + "' in '" + E.File + "' than there is: '" +
                      E.Line + "'; --write-baseline writes it anew");
}

static llvm::Error applyBaseline(report::Report &R, const CheckCommand &C,
                                 const std::set<std::string> &Checks,
                                 report::Sources &Files) {
  auto Known = report::Baseline::read(*C.Baseline);
  if (!Known)
    return Known.takeError();
  R.HasBaseline = true;
  std::vector<ClangTidyError> New;
  for (ClangTidyError &E : R.Shown) {
    if (report::isFinding(E) && Known->consume(E, R.Root, Files))
      R.Silenced.push_back({std::move(E), report::SilencedFinding::ByBaseline});
    else
      New.push_back(std::move(E));
  }
  R.Shown = std::move(New);
  // What is left out by a revision would seem gone.
  if (!C.Since)
    noteStale(R, C, *Known, Checks);
  return llvm::Error::success();
}

llvm::Error writeBaseline(const report::Report &R, StringRef Path,
                          report::Sources &Files) {
  report::Baseline Found(Path);
  for (const ClangTidyError &E : R.Shown)
    if (report::isFinding(E))
      Found.add(E, R.Root, Files);
  for (const report::SilencedFinding &S : R.Silenced)
    if (S.By == report::SilencedFinding::ByBaseline)
      Found.add(S.Found, R.Root, Files);
  return report::writeFile(Path,
                           [&](llvm::raw_ostream &OS) { Found.print(OS); });
}

llvm::Error leaveNew(report::Report &R, const CheckCommand &C,
                     const std::optional<Changes> &Changed,
                     const std::set<std::string> &Checks,
                     report::Sources &Files) {
  if (Changed)
    keepChanged(R, *Changed, Files);
  if (C.Baseline)
    if (llvm::Error E = applyBaseline(R, C, Checks, Files))
      return E;
  return llvm::Error::success();
}

} // namespace joinery::driver
