//===- repaired.cpp - A service that lets its events finish ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tracker owns the tasks that it starts: it counts them, and the service
// waits for them before the program ends, though not for ever.
//
//===----------------------------------------------------------------------===//

#include "../support/WaitGroup.h"
#include "EventStore.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>

namespace {

class Tracker {
public:
  explicit Tracker(EventStore &Store) : Store(Store) {}

  /// Starts to record \p Data and returns at once. Before the program ends,
  /// `shutdown` must be called, or the event may be lost.
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      DoneGuard Done(Group);
      Store.write(Data);
    }).detach();
  }

  /// Whether all events were recorded before \p Limit had passed.
  bool shutdown(std::chrono::milliseconds Limit) {
    return Group.waitFor(Limit);
  }

private:
  EventStore &Store;
  WaitGroup Group;
};

class App {
public:
  explicit App(Tracker &Track) : Track(Track) {}

  int handle(const std::string &Path) {
    Track.event("visited " + Path);
    return 200;
  }

private:
  Tracker &Track;
};

} // namespace

int main() {
  static EventStore Store;
  static Tracker Track(Store);
  App Service(Track);
  int Served = 0;
  for (const char *Path : {"/", "/login", "/cart", "/pay", "/logout"})
    Served += Service.handle(Path) == 200;

  if (!Track.shutdown(std::chrono::seconds(5))) {
    std::fprintf(stderr, "only %d events stored in time\n", Store.stored());
    // What is late still uses the tracker, so no destructor may run.
    std::_Exit(EXIT_FAILURE);
  }
  std::printf("%d requests, %d events stored\n", Served, Store.stored());
  return 0;
}
