//===- buggy.cpp - A flusher without a bound or an end --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every request starts a thread. There is no limit to them, their handles pile
// up, and who forgets to call `drain`, as the early return in main does, ends
// the program with std::terminate. Run it with --dry-run to see that.
//
//===----------------------------------------------------------------------===//

#include "Sink.h"

#include <cstdio>
#include <cstring>
#include <thread>
#include <utility>
#include <vector>

namespace {

class MetricsFlusher {
public:
  explicit MetricsFlusher(Sink &Target) : Target(Target) {}

  void flush(std::vector<Metric> Batch) {
    Flushes.emplace_back(
        [this, Batch = std::move(Batch)] { Target.send(Batch); });
  }

  void drain() {
    for (std::thread &Flush : Flushes)
      Flush.join();
    Flushes.clear();
  }

private:
  Sink &Target;
  std::vector<std::thread> Flushes;
};

} // namespace

int main(int Argc, char **Argv) {
  Sink Target;
  MetricsFlusher Flusher(Target);
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
