//===- Records.cpp - A slow look-up ---------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Records.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

Found findRecord(const std::string &Term) {
  return findRecord(Term, std::stop_token());
}

Found findRecord(const std::string &Term, std::stop_token Stop) {
  std::chrono::milliseconds Latency(Term == "common" ? 20 : 200);
  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::unique_lock<std::mutex> Lock(Mutex);
  Wake.wait_for(Lock, Stop, Latency, [] { return false; });
  if (Stop.stop_requested())
    return {};
  return {"record of " + Term, true};
}
