//===- Check.cpp - The command that lints a program -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/ResultCache.h"
#include "driver/Arguments.h"
#include "driver/CheckCommand.h"
#include "driver/Commands.h"
#include "driver/KnownFindings.h"
#include "driver/LinkStep.h"
#include "driver/Outcome.h"
#include "driver/Progress.h"
#include "driver/Stats.h"
#include "report/Fixes.h"
#include "report/Merge.h"
#include "report/Text.h"
#include "scan/Scan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include <set>
#include <unistd.h>

using llvm::StringRef;

namespace joinery::driver {

static int statusOf(const report::Report &R, int Signal) {
  if (Signal)
    return 128 + Signal;
  if (!R.Errors.empty())
    return Failed;
  return llvm::any_of(R.Shown, report::isFinding) ? Findings : Clean;
}

static report::TextStyle styleOf(const CheckCommand &C) {
  using llvm::sys::Process;
  report::TextStyle Style;
  Style.Rich =
      C.Color == CheckCommand::Always || Process::StandardOutIsDisplayed();
  std::string NoColor = Process::GetEnv("NO_COLOR").value_or("");
  Style.Colors = C.Color == CheckCommand::Always ||
                 (C.Color == CheckCommand::Auto && NoColor.empty() &&
                  Process::StandardOutHasColors());
  return Style;
}

/// Applies fix-its to the report, and after it was printed to the files.
class Repairs {
public:
  Repairs(const CheckCommand &C, report::Report &R, report::Sources &Files)
      : R(R), Files(Files), Writes(C.changesFiles()), Shows(C.Diff) {
    if (!Writes && !Shows)
      return;
    Plan.emplace(R, Files, C.FixNotes);
    if (Plan->conflicts())
      R.Notes.push_back(std::to_string(Plan->conflicts()) +
                        " more fix-its conflict with one before them; run "
                        "--fix again after this one");
    if (!Writes)
      return;
    // What is repaired is found no more.
    std::vector<ClangTidyError> Left;
    for (size_t I = 0; I < R.Shown.size(); ++I)
      if (!Plan->repairs(I))
        Left.push_back(std::move(R.Shown[I]));
    R.Fixed = Plan->repaired();
    R.Shown = std::move(Left);
  }

  void finish() {
    if (Shows)
      Plan->printDiff(Files, llvm::outs());
    llvm::outs().flush();
    if (!Writes)
      return;
    if (llvm::Error E = Plan->write(Files, R.Root))
      llvm::handleAllErrors(std::move(E), [&](const llvm::ErrorInfoBase &Info) {
        R.Errors.push_back(Info.message());
      });
  }

private:
  report::Report &R;
  report::Sources &Files;
  bool Writes, Shows;
  std::optional<report::FixPlan> Plan;
};

/// Prints what is said besides the reports, and returns the exit status.
static int conclude(report::Report &R, int Signal) {
  for (const std::string &Note : R.Notes)
    llvm::errs() << "joinery: note: " << Note << '\n';
  for (const std::string &Message : R.Errors)
    llvm::errs() << "joinery: error: " << Message << '\n';
  report::printSummary(R, llvm::errs(),
                       llvm::sys::Process::StandardErrIsDisplayed());
  return statusOf(R, Signal);
}

/// What the run and the options make of the results of units.
static int reportOn(std::vector<UnitResult> Results, WholeProgram Whole,
                    const CheckCommand &C,
                    const std::optional<Changes> &Changed, StringRef Root,
                    int Signal) {
  std::set<std::string> Checks = {"joinery-unused-suppression"};
  for (const UnitResult &U : Results)
    Checks.insert(U.Checks.begin(), U.Checks.end());
  std::vector<ClangTidyError> Unused;
  if (C.UnusedSuppressions)
    Unused = unusedSuppressions(Results, Root, C.isWhole());
  report::Report R = merge(std::move(Results), Root);
  addLinked(Whole, R);
  llvm::move(Whole.Problems, std::back_inserter(R.Errors));
  llvm::move(Unused, std::back_inserter(R.Shown));
  report::sortAndUnique(R.Shown);
  if (Signal)
    R.Errors.push_back("interrupted: " + std::to_string(R.Units.size()) +
                       " of " + std::to_string(R.SelectedUnits) +
                       " units were checked");

  report::Sources Files(Root);
  if (llvm::Error E = leaveNew(R, C, Changed, Checks, Files))
    return fail(std::move(E));
  if (Signal) {
    R.ExitStatus = statusOf(R, Signal);
    printReports(R, C.Outputs, styleOf(C), Files);
    return conclude(R, Signal);
  }
  if (C.WriteBaseline) {
    if (!R.Errors.empty())
      R.Errors.push_back("the baseline is not written: it would lack what "
                         "could not be checked");
    else if (llvm::Error E = writeBaseline(R, *C.WriteBaseline, Files))
      R.Errors.push_back("'" + *C.WriteBaseline + "' cannot be written: " +
                         llvm::toString(std::move(E)));
    else
      R.acceptAll();
  }
  Repairs Fixes(C, R, Files);
  R.ExitStatus = statusOf(R, Signal);
  printReports(R, C.Outputs, styleOf(C), Files);
  Fixes.finish();
  return conclude(R, Signal);
}

/// Whether units may be skipped that can have no task. A file that is named is
/// parsed, so that its errors are told; and a comment that silences nothing is
/// seen only in a parse.
static bool maySkip(const CheckCommand &C) {
  return !C.NoScan && !C.UnusedSuppressions && !C.Selected.Flags &&
         llvm::none_of(C.Selected.Paths, [](const std::string &Path) {
           return llvm::sys::fs::is_regular_file(Path);
         });
}

/// Parses the skipped units that the link step asks for.
static void checkAsked(const std::vector<Unit> &Units, const CheckCommand &C,
                       std::vector<UnitResult> &Results, int &Signal) {
  std::vector<size_t> Asked = skippedUnitsAsked(Units, Results, C.Selected);
  if (Asked.empty())
    return;
  std::vector<Unit> Left;
  for (size_t I : Asked)
    Left.push_back(Units[I]);
  RunOptions Options = C.Options;
  Options.Scan = nullptr;
  std::vector<UnitResult> Parsed = run(Left, Options, &Signal);
  for (size_t I = 0; I != Asked.size(); ++I)
    Results[Asked[I]] = std::move(Parsed[I]);
}

int runCheck(llvm::ArrayRef<StringRef> Args) {
  Stats Times;
  llvm::Expected<CheckCommand> C = parseCheck(Args);
  if (!C)
    return fail(C.takeError());
  if (C->Answered)
    return Clean;
  auto Units = selectUnits(C->Selected);
  if (!Units)
    return fail(Units.takeError());
  llvm::SmallString<128> Root;
  if (std::error_code Code = llvm::sys::fs::current_path(Root))
    return fail(error("no working directory: " + Code.message()));
  // What cannot be read is told before the long work.
  std::optional<Changes> Changed;
  if (C->Since) {
    auto Asked = Changes::since(*C->Since, Root);
    if (!Asked)
      return fail(Asked.takeError());
    Changed = std::move(*Asked);
  }
  if (C->Baseline)
    if (llvm::Error E = report::Baseline::read(*C->Baseline).takeError())
      return fail(std::move(E));

  std::unique_ptr<cache::ResultCache> Cache = C->Kept.open();
  C->Options.Cache = Cache.get();
  if (llvm::sys::Process::StandardErrIsDisplayed())
    C->Options.Progress = ProgressLine();
  Times.finish("reading the command line, the database and the baseline");
  if (maySkip(*C))
    C->Options.Scan = std::make_shared<scan::Scanner>();
  int Signal = 0;
  std::vector<UnitResult> Results = run(*Units, C->Options, &Signal);
  Times.finish("checking the units");
  if (!C->NoLink && !Signal && C->Options.Scan) {
    checkAsked(*Units, *C, Results, Signal);
    Times.finish("checking skipped units that the link step asks for");
  }
  Times.add(Results, Root);
  // Of an interrupted run, too little is known to link it.
  WholeProgram Whole;
  if (!C->NoLink && !Signal) {
    Whole = linkUnits(*Units, Results, C->Selected);
    Times.finish("linking the facts of the units");
    Times.add(Whole);
  }
  if (Cache && !Signal)
    finish(*Cache);
  int Status =
      reportOn(std::move(Results), std::move(Whole), *C, Changed, Root, Signal);
  Times.finish("writing the reports");
  if (C->Stats)
    Times.print(llvm::errs());
  if (Signal) {
    // Threads are still at work, and nobody waits for them.
    llvm::outs().flush();
    _exit(Status);
  }
  return Status;
}

} // namespace joinery::driver
