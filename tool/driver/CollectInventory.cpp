//===- CollectInventory.cpp - The tasks of the selected units -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Inventory.h"
#include "driver/LinkStep.h"
#include "driver/Resources.h"
#include "driver/Runner.h"
#include "report/Merge.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

namespace joinery::driver {

static report::Answer answerOf(const facts::LinkedAnswer &A) {
  switch (A.Is) {
  case facts::Worth::Known:
    return {report::Answer::Known, A.Text};
  case facts::Worth::Nobody:
    return {report::Answer::Nobody, A.Text};
  case facts::Worth::Unknown:
    break;
  }
  return {report::Answer::Unknown, A.Text};
}

static report::TaskRow rowOf(const facts::LinkedTask &T,
                             const WholeProgram &Whole,
                             llvm::StringRef WorkingDir) {
  report::TaskRow Row;
  Row.File = report::shownPath(T.At.File, "", WorkingDir);
  Row.Line = T.At.Line;
  Row.Column = T.At.Column;
  Row.In = T.In;
  Row.How = T.How;
  Row.Entry = T.Entry;
  if (T.EntryAt.Line) {
    Row.EntryFile = report::shownPath(T.EntryAt.File, "", WorkingDir);
    Row.EntryLine = T.EntryAt.Line;
  }
  Row.Owner = answerOf(T.Owner);
  Row.Stop = answerOf(T.Stop);
  Row.Wait = answerOf(T.Wait);
  Row.Drop = answerOf(T.Drop);
  Row.Throw = answerOf(T.Throw);
  Row.Count = answerOf(T.Count);
  Row.Delay = answerOf(T.Delay);
  for (size_t U : T.Units)
    Row.Units.push_back(Whole.TaskUnits[U]);
  return Row;
}

/// Rows that nothing but their order tells apart are numbered.
static void nameRows(std::vector<report::TaskRow> &Rows) {
  std::map<std::string, unsigned> Seen;
  for (report::TaskRow &Row : Rows) {
    std::string Base =
        Row.File + ":" + Row.In + ":" + Row.How + ":" + Row.Entry;
    Row.Id = Base + "#" + std::to_string(++Seen[Base]);
  }
}

llvm::Expected<report::Inventory>
collectInventory(const Selection &Selected, cache::ResultCache *Cache,
                 std::vector<std::string> &Problems) {
  RunOptions Options;
  Options.Cache = Cache;
  // The facts do not hang on the checks, and one is enough to get them.
  Options.Checks.Checks = "-*,joinery-incomplete-work";
  Options.KnownOptions = knownOptions();
  llvm::Expected<std::string> ResourceDir = findResourceDir();
  if (!ResourceDir)
    return ResourceDir.takeError();
  Options.ResourceDir = *ResourceDir;
  auto Units = selectUnits(Selected);
  if (!Units)
    return Units.takeError();
  llvm::SmallString<128> WorkingDir;
  if (std::error_code Code = llvm::sys::fs::current_path(WorkingDir))
    return error("no working directory: " + Code.message());

  std::vector<UnitResult> Results = run(*Units, Options);
  for (const UnitResult &R : Results)
    if (R.Failed)
      Problems.push_back("'" + report::shownPath(R.File, "", WorkingDir) +
                         "' does not compile: its tasks are missing");
  WholeProgram Whole = linkUnits(*Units, Results, Selected, /*WantTasks=*/true);
  Problems.insert(Problems.end(), Whole.Problems.begin(), Whole.Problems.end());
  report::Inventory Inventory;
  Inventory.Program = llvm::sys::path::filename(WorkingDir).str();
  Inventory.Units = static_cast<unsigned>(Units->size());
  for (const facts::LinkedTask &T : Whole.Tasks)
    Inventory.Tasks.push_back(rowOf(T, Whole, WorkingDir));
  nameRows(Inventory.Tasks);
  report::sortTasks(Inventory);
  return Inventory;
}

} // namespace joinery::driver
