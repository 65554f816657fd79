//===- repaired.cpp - A search that ends with its caller ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The channel has room for the answer, so the send never waits; and the task
// has an owner, who asks it to stop when the deadline has passed, and joins it.
//
//===----------------------------------------------------------------------===//

#include "Records.h"

#include <boost/fiber/buffered_channel.hpp>

#include <chrono>
#include <cstdio>
#include <stop_token>
#include <string>
#include <thread>

namespace {

bool process(const std::string &Term) {
  boost::fibers::buffered_channel<Found> Answer(2); // A ring: holds one.
  std::jthread Lookup([&Answer, &Term](std::stop_token Stop) {
    Answer.push(findRecord(Term, Stop));
  });

  Found Got;
  if (Answer.pop_wait_for(Got, std::chrono::milliseconds(100)) !=
      boost::fibers::channel_op_status::success) {
    Lookup.request_stop();
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
