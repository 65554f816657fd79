//===- Pool.cpp - Units, checked in threads -------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Interrupt.h"
#include "driver/Runner.h"
#include "llvm/Support/ThreadPool.h"
#include <mutex>

namespace joinery::driver {

namespace {

/// What the threads share. It outlives an interrupted run, in which nobody
/// waits for them.
struct Work {
  Work(const std::vector<Unit> &Units, const RunOptions &Options)
      : Units(Units), Options(Options), Results(Units.size()),
        Pool(llvm::hardware_concurrency(Options.Jobs)) {}

  const std::vector<Unit> Units;
  const RunOptions Options;
  std::optional<InterruptGuard> Interrupt;
  std::mutex Mutex; ///< For what follows.
  std::vector<UnitResult> Results;
  size_t Done = 0;
  bool Stopped = false;
  llvm::DefaultThreadPool Pool;
};

} // namespace

/// Checks one unit, unless the run was stopped before it began or while.
static void checkNext(Work &W, size_t I) {
  {
    std::lock_guard<std::mutex> Lock(W.Mutex);
    if (W.Stopped)
      return;
  }
  UnitResult Result = checkUnit(W.Units[I], W.Options);
  std::lock_guard<std::mutex> Lock(W.Mutex);
  if (W.Stopped)
    return;
  W.Results[I] = std::move(Result);
  ++W.Done;
  if (W.Options.Progress)
    W.Options.Progress(W.Done, W.Units.size());
  if (W.Interrupt && W.Done == W.Units.size())
    W.Interrupt->notify();
}

std::vector<UnitResult> run(const std::vector<Unit> &Units,
                            const RunOptions &Options, int *Signal) {
  auto W = std::make_unique<Work>(Units, Options);
  if (Signal)
    W->Interrupt.emplace();
  for (size_t I = 0; I < Units.size(); ++I)
    W->Pool.async([&W = *W, I] { checkNext(W, I); });
  if (!Signal) {
    W->Pool.wait();
    return std::move(W->Results);
  }

  W->Interrupt->wait();
  std::vector<UnitResult> Results;
  {
    std::lock_guard<std::mutex> Lock(W->Mutex);
    W->Stopped = true;
    *Signal = W->Done == Units.size() ? 0 : InterruptGuard::signal();
    Results = std::move(W->Results);
  }
  // Its threads go on after a signal: nobody may free what they use.
  if (*Signal)
    static_cast<void>(W.release());
  return Results;
}

} // namespace joinery::driver
