//===- Stats.h - Where the time of a run went -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_STATS_H
#define JOINERY_DRIVER_STATS_H

#include "driver/Runner.h"
#include "driver/WholeProgram.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <set>

namespace joinery::driver {

/// What --stats prints.
class Stats {
public:
  /// What has passed since the last call, or since the start, was \p Phase.
  void finish(llvm::StringRef Phase);
  /// Names of files are shown relative to \p Root.
  void add(llvm::ArrayRef<UnitResult> Units, llvm::StringRef Root);
  void add(const WholeProgram &Whole);
  void print(llvm::raw_ostream &OS) const;

private:
  void printBounds(llvm::raw_ostream &OS) const;

  std::chrono::steady_clock::time_point Last = std::chrono::steady_clock::now();
  std::vector<std::pair<std::string, double>> Phases;
  std::map<std::string, double> Checks;
  std::vector<std::pair<double, std::string>> Slowest;
  std::set<std::string> DroppedFlags;
  /// Those of a header once, however many units include it.
  std::set<BoundHit> Bounds;
  size_t Parsed = 0;
  size_t Skipped = 0;
  size_t FromCache = 0;
  bool IsLinked = false;
  size_t Programs = 0;
  size_t Disagreements = 0;
  double UnitSeconds = 0;
};

} // namespace joinery::driver

#endif // JOINERY_DRIVER_STATS_H
