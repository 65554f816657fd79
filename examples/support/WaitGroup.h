//===- WaitGroup.h - Counts the tasks that are still running ----*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef EXAMPLES_SUPPORT_WAITGROUP_H
#define EXAMPLES_SUPPORT_WAITGROUP_H

#include <chrono>
#include <condition_variable>
#include <mutex>

/// Counted up before a task is started, done at the task's end, waited for
/// before what the tasks use goes away.
class WaitGroup {
public:
  WaitGroup() = default;
  WaitGroup(const WaitGroup &) = delete;
  WaitGroup &operator=(const WaitGroup &) = delete;

  void add() {
    std::lock_guard<std::mutex> Lock(Mutex);
    ++Running;
  }

  void done() {
    // Notifies under the lock: once a waiter has seen zero, nobody touches the
    // group any more, and it may be destroyed.
    std::lock_guard<std::mutex> Lock(Mutex);
    if (--Running == 0)
      Idle.notify_all();
  }

  void wait() {
    std::unique_lock<std::mutex> Lock(Mutex);
    Idle.wait(Lock, [this] { return Running == 0; });
  }

  /// Whether all tasks were done before \p Limit had passed.
  bool waitFor(std::chrono::milliseconds Limit) {
    std::unique_lock<std::mutex> Lock(Mutex);
    return Idle.wait_for(Lock, Limit, [this] { return Running == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Idle;
  int Running = 0;
};

/// Says `done` when its scope ends, however it ends.
class DoneGuard {
public:
  explicit DoneGuard(WaitGroup &Group) : Group(Group) {}
  ~DoneGuard() { Group.done(); }
  DoneGuard(const DoneGuard &) = delete;
  DoneGuard &operator=(const DoneGuard &) = delete;

private:
  WaitGroup &Group;
};

#endif // EXAMPLES_SUPPORT_WAITGROUP_H
