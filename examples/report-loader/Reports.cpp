//===- Reports.cpp - Reports that take their time -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reports.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

Report loadMonth(const Month &Asked) {
  std::this_thread::sleep_for(100ms);
  return {"month " + std::to_string(Asked.Number) + " of " +
          std::to_string(Asked.Year)};
}

Report loadYear(int Year, std::stop_token Stop) {
  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::unique_lock<std::mutex> Lock(Mutex);
  Wake.wait_for(Lock, Stop, 500ms, [] { return false; });
  if (Stop.stop_requested())
    return {};
  return {"year " + std::to_string(Year)};
}

void warmCache() { std::this_thread::sleep_for(300ms); }
