//===- repaired.cpp - Futures with an owner -------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The future of the warming is kept until the warming has to be over, the task
// for a month has a copy of what it was asked for, and the path that gives up
// on a year asks its task to stop before it waits.
//
//===----------------------------------------------------------------------===//

#include "Reports.h"

#include <chrono>
#include <cstdio>
#include <future>
#include <optional>
#include <stop_token>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

long millisecondsSince(Clock::time_point Start) {
  return static_cast<long>(
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() -
                                                            Start)
          .count());
}

std::future<void> startWarming() {
  return std::async(std::launch::async, warmCache);
}

std::future<Report> startMonth(int Year, int Number) {
  Month Asked{Year, Number};
  return std::async(std::launch::async, [Asked] { return loadMonth(Asked); });
}

std::optional<Report> yearWithin(int Year, std::chrono::milliseconds Limit) {
  std::stop_source Source;
  auto Loading =
      std::async(std::launch::async, [Year, Stop = Source.get_token()] {
        return loadYear(Year, Stop);
      });
  if (Loading.wait_for(Limit) == std::future_status::timeout) {
    Source.request_stop();
    Loading.wait();
    return std::nullopt;
  }
  return Loading.get();
}

} // namespace

int main() {
  auto Start = Clock::now();
  std::future<void> Warming = startWarming();
  std::printf("warming started after %ld ms\n", millisecondsSince(Start));

  std::future<Report> Month = startMonth(2024, 2);
  std::printf("loaded %s\n", Month.get().Title.c_str());

  Start = Clock::now();
  if (!yearWithin(2024, 100ms))
    std::printf("gave up on the year after %ld ms\n", millisecondsSince(Start));

  Warming.get();
  return 0;
}
