//===- buggy.cpp - A worker that nobody can stop --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The worker is started and forgotten. It cannot be asked to stop, nobody can
// tell whether it runs, and the program's end cuts it off in the middle of a
// job.
//
//===----------------------------------------------------------------------===//

#include "JobTable.h"

#include <chrono>
#include <cstdio>
#include <thread>

namespace {

void startWorker(JobTable &Jobs) {
  std::thread([&Jobs] {
    for (;;) {
      Jobs.processNext();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }).detach();
}

} // namespace

int main() {
  static JobTable Jobs;
  startWorker(Jobs);
  std::this_thread::sleep_for(std::chrono::milliseconds(400)); // The service.
  std::printf("%d jobs begun, %d committed\n", Jobs.begun(), Jobs.committed());
  return 0;
}
