//===- Sink.cpp - A service that takes metrics ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sink.h"

#include <chrono>
#include <thread>

void Sink::send(const std::vector<Metric> &Batch) {
  int Now = ++Callers;
  int Most = MostCallers;
  while (Most < Now && !MostCallers.compare_exchange_weak(Most, Now))
    ;
  std::this_thread::sleep_for(std::chrono::milliseconds(10 + 2 * Now));
  Received += static_cast<int>(Batch.size());
  --Callers;
}
