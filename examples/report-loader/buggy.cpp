//===- buggy.cpp - Futures that are not what they seem --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three ways in which a future of std::async surprises: it waits where it is
// thrown away, it waits although a deadline has passed, and its task may look
// at a variable of a function that has returned.
//
//===----------------------------------------------------------------------===//

#include "Reports.h"

#include <chrono>
#include <cstdio>
#include <future>
#include <optional>

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
  // `Asked` is gone before the task reads it.
  return std::async(std::launch::async, [&Asked] { return loadMonth(Asked); });
}

std::optional<Report> yearWithin(int Year, std::chrono::milliseconds Limit) {
  auto Loading =
      std::async(std::launch::async, [Year] { return loadYear(Year); });
  if (Loading.wait_for(Limit) == std::future_status::timeout)
    return std::nullopt; // After the destructor has waited for the rest.
  return Loading.get();
}

} // namespace

int main() {
  auto Start = Clock::now();
  startWarming(); // Meant to run beside the rest; runs before it.
  std::printf("warming started after %ld ms\n", millisecondsSince(Start));

  std::future<Report> Month = startMonth(2024, 2);
  std::printf("loaded %s\n", Month.get().Title.c_str());

  Start = Clock::now();
  if (!yearWithin(2024, 100ms))
    std::printf("gave up on the year after %ld ms\n", millisecondsSince(Start));
  return 0;
}
