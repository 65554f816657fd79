//===- WaitGroup.h - A hand-written wait group -----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What programs write where the standard library offers nothing: a count
// under a mutex, and a condition variable that tells when it is zero. No model
// names it; what its members mean has to be read from their bodies.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TEST_INPUTS_WAITGROUP_H
#define JOINERY_TEST_INPUTS_WAITGROUP_H

#include <chrono>
#include <condition_variable>
#include <mutex>

class WaitGroup {
public:
  WaitGroup() = default;
  WaitGroup(const WaitGroup &) = delete;
  WaitGroup &operator=(const WaitGroup &) = delete;

  void add(int Tasks = 1) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Running += Tasks;
  }

  void done() {
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

#endif // JOINERY_TEST_INPUTS_WAITGROUP_H
