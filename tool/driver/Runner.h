//===- Runner.h - Running the checks over units -----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_RUNNER_H
#define JOINERY_DRIVER_RUNNER_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "driver/Configuration.h"
#include "driver/Suppressions.h"
#include "driver/Units.h"
#include "task/Bounds.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace joinery::cache {
class ResultCache;
}

namespace joinery::scan {
class Scanner;
}

namespace joinery::driver {

using clang::tidy::ClangTidyError;

/// What came out of one unit. What is added here is added in cache/Entry.cpp.
struct UnitResult {
  std::string File;
  /// Findings, compile errors and complaints about the configuration, with
  /// paths as the compiler saw them.
  std::vector<ClangTidyError> Diagnostics;
  /// Findings that a comment silences.
  std::vector<ClangTidyError> Silenced;
  /// The comments that this unit can judge.
  std::vector<Suppression> Suppressions;
  /// What is wrong with the configuration, each a message.
  std::vector<std::string> Problems;
  /// What is passed over in the configuration, each a message.
  std::vector<std::string> Notes;
  /// The checks that were enabled for this unit.
  std::vector<std::string> Checks;
  /// Flags of other compilers that were dropped.
  std::vector<std::string> DroppedFlags;
  /// Whether a check was enabled for this unit.
  bool AnyCheck = false;
  /// Whether the compiler gave up, be it without saying why.
  bool Failed = false;
  /// Whether it was not parsed, with one of its commands at least, because it
  /// can have no task; then Facts are not all.
  bool Skipped = false;
  /// Functions that were too large for an analysis, sorted.
  std::vector<BoundHit> Bounds;
  /// What the unit knows for the whole program.
  std::string Facts;
  /// The files that were read, absolute and sorted.
  std::vector<std::string> Inputs;

  // What follows belongs to one run and is not kept for later ones.

  /// Whether the unit was looked at: not when the run was interrupted before.
  bool Done = false;
  /// The unit was not parsed: an earlier run's result holds.
  bool FromCache = false;
  /// How long the unit took, and of this each check; only if asked for.
  double Seconds = 0;
  std::map<std::string, double> CheckSeconds;
};

/// What is added here and changes results is added in cache/Key.cpp.
struct RunOptions {
  Configuration Checks;
  std::optional<clang::tidy::ClangTidyOptions> Config;
  llvm::StringSet<> KnownOptions;
  std::string ResourceDir;
  unsigned Jobs = 0;     ///< 0: one for each core.
  bool WantFacts = true; ///< For the whole program; see UnitResult::Facts.
  bool Profile = false;  ///< Whether to take the time of each check.
  /// Tells units that need no parse; null: all are parsed.
  std::shared_ptr<scan::Scanner> Scan;
  /// Results of earlier runs, or null.
  cache::ResultCache *Cache = nullptr;
  /// Called after each unit, never from two threads at once.
  std::function<void(size_t Done, size_t All)> Progress;
};

/// The folder that the file names in a unit's facts are relative to.
std::string factsDirectory(const Unit &U);

/// How a caller takes part in the check of one unit.
struct CheckHooks {
  /// Where files are read; null: the real file system. Used by one check only,
  /// whose result is never kept.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files;
  /// Asked at each top-level declaration; an answer of false abandons the
  /// check, and what it returns then means nothing.
  std::function<bool()> GoOn;
};

/// Checks one unit with each of its commands that differ in meaning, in the
/// thread of the caller.
UnitResult checkUnit(const Unit &U, const RunOptions &Options,
                     const CheckHooks &Hooks = CheckHooks());

/// Checks \p Units, each in a thread of a pool. The results are in the order
/// of the units, whichever was ready first.
///
/// With \p Signal, Ctrl-C ends the run at once: it becomes the signal that
/// came, or 0. Then some results are not Done, and threads are still at work:
/// the process must end without waiting for them, by _exit().
std::vector<UnitResult> run(const std::vector<Unit> &Units,
                            const RunOptions &Options, int *Signal = nullptr);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_RUNNER_H
