//===- repaired.cpp - A worker with an owner ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The owner starts the worker, can stop it at once, even in its pause between
// two jobs, and waits until it has finished the job at hand.
//
//===----------------------------------------------------------------------===//

#include "JobTable.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <thread>

namespace {

class Worker {
public:
  explicit Worker(JobTable &Jobs) : Jobs(Jobs) {}

  void start() {
    Thread = std::jthread([this](std::stop_token Stop) { run(Stop); });
  }

  void stop() {
    Thread.request_stop();
    if (Thread.joinable())
      Thread.join();
  }

private:
  void run(std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      Jobs.processNext();
      std::unique_lock<std::mutex> Lock(Mutex);
      Wake.wait_for(Lock, Stop, std::chrono::milliseconds(100),
                    [] { return false; });
    }
  }

  JobTable &Jobs;
  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::jthread Thread; // The last member: joined before the others go.
};

} // namespace

int main() {
  JobTable Jobs;
  Worker Background(Jobs);
  Background.start();
  std::this_thread::sleep_for(std::chrono::milliseconds(400)); // The service.
  Background.stop();
  std::printf("%d jobs begun, %d committed\n", Jobs.begun(), Jobs.committed());
  return 0;
}
