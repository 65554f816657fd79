//===- repaired.cpp - A flusher that is bounded and drained ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A semaphore bounds how many flushes run at once: when the sink is slow, its
// callers wait instead of piling up. A group tracks the flushes, and the
// destructor waits for the last of them on whatever path main leaves.
//
//===----------------------------------------------------------------------===//

#include "../support/WaitGroup.h"
#include "Sink.h"

#include <cstdio>
#include <cstring>
#include <semaphore>
#include <thread>
#include <utility>
#include <vector>

namespace {

class MetricsFlusher {
public:
  MetricsFlusher(Sink &Target, int MaxConcurrent)
      : Target(Target), Slots(MaxConcurrent) {}

  MetricsFlusher(const MetricsFlusher &) = delete;
  MetricsFlusher &operator=(const MetricsFlusher &) = delete;

  ~MetricsFlusher() { drain(); }

  void flush(std::vector<Metric> Batch) {
    Slots.acquire();
    Group.add();
    std::thread([this, Batch = std::move(Batch)] {
      Finish AtEnd(*this);
      Target.send(Batch);
    }).detach();
  }

  void drain() { Group.wait(); }

private:
  /// Ends a flush. `done` comes last: after it the flusher may be gone.
  class Finish {
  public:
    explicit Finish(MetricsFlusher &Flusher) : Flusher(Flusher) {}
    ~Finish() {
      Flusher.Slots.release();
      Flusher.Group.done();
    }
    Finish(const Finish &) = delete;
    Finish &operator=(const Finish &) = delete;

  private:
    MetricsFlusher &Flusher;
  };

  Sink &Target;
  std::counting_semaphore<> Slots;
  WaitGroup Group;
};

} // namespace

int main(int Argc, char **Argv) {
  Sink Target;
  MetricsFlusher Flusher(Target, 4);
  Flusher.flush({{"start", 1}});
  if (Argc > 1 && std::strcmp(Argv[1], "--dry-run") == 0) {
    std::puts("nothing to serve");
    return 0;
  }
  for (int Request = 0; Request < 40; ++Request)
    Flusher.flush({{"latency", Request * 0.1}, {"status", 200}});
  Flusher.drain();
  std::printf("%d metrics received, at most %d flushes at once\n",
              Target.received(), Target.mostCallers());
  return 0;
}
