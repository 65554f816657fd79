//===- EventStore.cpp - Where events end up -------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EventStore.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static std::atomic<int> Stored{0};

int EventStore::stored() const { return Stored; }

void EventStore::write(const std::string &Data) {
  std::this_thread::sleep_for(std::chrono::milliseconds(50)); // The network.
  ++Stored;
  std::printf("stored: %s\n", Data.c_str());
}
