//===- Scheduler.h - When which file is checked -----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A few threads check files. A file waits until nobody has changed it for a
// moment; it is never checked twice at a time; a check whose text is outdated
// is told to stop.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_LSP_SCHEDULER_H
#define JOINERY_LSP_SCHEDULER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/thread.h"
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace joinery::lsp {

class Scheduler {
public:
  /// Checks a file. \p Stop becomes true when the result is of no use any more.
  using Job = std::function<void(const std::string &File,
                                 const std::atomic<bool> &Stop)>;

  Scheduler(unsigned Threads, Job Check);
  /// Stops what runs, drops what waits, and joins the threads.
  ~Scheduler();

  /// Checks \p File after \p Delay; a check of it that waits or runs is void.
  void schedule(llvm::StringRef File, std::chrono::milliseconds Delay);
  /// Makes the checks of \p File void that wait or run.
  void cancel(llvm::StringRef File);

private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    std::optional<Clock::time_point> Due;
    /// The stop flag of the check that runs, if one does.
    std::shared_ptr<std::atomic<bool>> Running;
  };
  void work();

  Job Check;
  std::mutex Mutex;
  std::condition_variable Changed;
  std::map<std::string, Entry> Entries;
  bool Leaving = false;
  std::vector<llvm::thread> Threads;
};

} // namespace joinery::lsp

#endif // JOINERY_LSP_SCHEDULER_H
