//===- JobTable.cpp - Jobs with a beginning and an end --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JobTable.h"

#include <chrono>
#include <cstdio>
#include <thread>

void JobTable::processNext() {
  int Id = ++Begun;
  std::printf("job %d begun\n", Id);
  std::this_thread::sleep_for(std::chrono::milliseconds(80));
  ++Committed;
  std::printf("job %d committed\n", Id);
}
