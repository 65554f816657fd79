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
#include "driver/Units.h"
#include <functional>
#include <string>
#include <vector>

namespace joinery::cache {
class ResultCache;
}

namespace joinery::driver {

using clang::tidy::ClangTidyError;

/// What came out of one unit. What is added here is added in cache/Entry.cpp.
struct UnitResult {
  std::string File;
  /// Findings, compile errors and complaints about the configuration, with
  /// paths as the compiler saw them.
  std::vector<ClangTidyError> Diagnostics;
  /// What is wrong with the configuration, each a message.
  std::vector<std::string> Problems;
  /// Whether a check was enabled for this unit.
  bool AnyCheck = false;
  /// Whether the compiler gave up, be it without saying why.
  bool Failed = false;
  /// What the unit knows for the whole program.
  std::string Facts;
  /// The files that were read, absolute and sorted.
  std::vector<std::string> Inputs;
  /// The unit was not parsed: an earlier run's result holds. Not kept itself.
  bool FromCache = false;
};

/// What is added here and changes results is added in cache/Key.cpp.
struct RunOptions {
  Configuration Checks;
  std::optional<clang::tidy::ClangTidyOptions> Config;
  llvm::StringSet<> KnownOptions;
  std::string ResourceDir;
  unsigned Jobs = 0; ///< 0: one for each core.
  /// Results of earlier runs, or null.
  cache::ResultCache *Cache = nullptr;
  /// Called after each unit, never from two threads at once.
  std::function<void(size_t Done, size_t All)> Progress;
};

/// Checks \p Units, each in a thread of a pool. The results are in the order
/// of the units, whichever was ready first.
std::vector<UnitResult> run(const std::vector<Unit> &Units,
                            const RunOptions &Options);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_RUNNER_H
