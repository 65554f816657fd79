//===- buggy.cpp - A search whose task outwaits its caller ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A search has 100 ms. When it takes longer, the caller leaves, and the task
// then waits for ever to hand over its answer: one leaked thread, its stack and
// its channel for each search that was too slow.
//
//===----------------------------------------------------------------------===//

#include "Records.h"

#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

namespace {

bool process(const std::string &Term) {
  auto Answer = std::make_shared<boost::fibers::unbuffered_channel<Found>>();
  std::thread([Answer, Term] { Answer->push(findRecord(Term)); }).detach();

  Found Got;
  if (Answer->pop_wait_for(Got, std::chrono::milliseconds(100)) !=
      boost::fibers::channel_op_status::success) {
    std::printf("%s: no answer in time\n", Term.c_str());
    return false;
  }
  std::printf("%s: %s\n", Term.c_str(), Got.Record.c_str());
  return true;
}

} // namespace

int main() {
  int Missed = 0;
  for (const char *Term : {"common", "rare", "rarer"})
    if (!process(Term))
      ++Missed;
  std::printf("%d searches missed their deadline\n", Missed);
  return 0;
}
