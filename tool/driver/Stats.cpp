//===- Stats.cpp - Where the time of a run went ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Stats.h"
#include "report/Merge.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace joinery::driver {

void Stats::finish(llvm::StringRef Phase) {
  auto Now = std::chrono::steady_clock::now();
  Phases.push_back(
      {Phase.str(), std::chrono::duration<double>(Now - Last).count()});
  Last = Now;
}

void Stats::add(llvm::ArrayRef<UnitResult> Units, llvm::StringRef Root) {
  for (const UnitResult &Unit : Units) {
    if (!Unit.Done)
      continue;
    ++(Unit.FromCache ? FromCache : Unit.Skipped ? Skipped : Parsed);
    UnitSeconds += Unit.Seconds;
    Slowest.push_back({Unit.Seconds, Unit.File});
    for (const auto &[Check, Seconds] : Unit.CheckSeconds)
      Checks[Check] += Seconds;
    DroppedFlags.insert(Unit.DroppedFlags.begin(), Unit.DroppedFlags.end());
    for (BoundHit Hit : Unit.Bounds) {
      Hit.File = report::shownPath(Hit.File, "", Root);
      Bounds.insert(std::move(Hit));
    }
  }
  llvm::sort(Slowest, std::greater<>());
}

void Stats::add(const WholeProgram &Whole) {
  IsLinked = true;
  Programs = Whole.Programs;
  Disagreements = Whole.Disagreements;
}

/// What was left out for its size, of the largest functions.
void Stats::printBounds(llvm::raw_ostream &OS) const {
  OS << "bounds hit: " << Bounds.size() << '\n';
  size_t Left = 5;
  for (const BoundHit &Hit : Bounds) {
    if (Left-- == 0)
      return;
    OS << llvm::formatv("  {0}, {1} line{2} at {3}:{4}: too many {5}\n",
                        Hit.Function, Hit.Lines, Hit.Lines == 1 ? "" : "s",
                        Hit.File, Hit.Line, Hit.Bound);
  }
}

void Stats::print(llvm::raw_ostream &OS) const {
  auto Row = [&](double Seconds, llvm::StringRef What) {
    OS << llvm::formatv("  {0,8:f3} s  {1}\n", Seconds, What);
  };
  double InChecks = 0;
  for (const auto &[Check, Seconds] : Checks)
    InChecks += Seconds;
  OS << "units: " << Parsed << " parsed, " << Skipped
     << " skipped by the scan, " << FromCache << " from the cache\n";
  if (IsLinked)
    OS << "programs: " << Programs << " linked, " << Disagreements
       << " facts that units tell differently\n";
  printBounds(OS);
  OS << "time, as it passed:\n";
  for (const auto &[Phase, Seconds] : Phases)
    Row(Seconds, Phase);
  OS << "time in the threads that check units:\n";
  Row(std::max(0.0, UnitSeconds - InChecks), "parsing");
  Row(InChecks, "checks");
  if (!Checks.empty())
    OS << "time of each check (the first one of a unit reads its tasks for "
          "all):\n";
  std::vector<std::pair<double, std::string>> Sorted;
  for (const auto &[Check, Seconds] : Checks)
    Sorted.push_back({Seconds, Check});
  llvm::sort(Sorted, std::greater<>());
  for (const auto &[Seconds, Check] : Sorted)
    Row(Seconds, Check);
  OS << "slowest units:\n";
  for (const auto &[Seconds, File] : llvm::ArrayRef(Slowest).take_front(5))
    Row(Seconds, File);
  if (!DroppedFlags.empty())
    OS << "flags that Clang does not know were dropped: "
       << llvm::join(DroppedFlags, " ") << '\n';
}

} // namespace joinery::driver
