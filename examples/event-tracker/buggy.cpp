//===- buggy.cpp - A service that loses its last events -------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each request starts a task that records an event, and nobody keeps the task.
// Events that are still on their way when main ends are lost.
//
//===----------------------------------------------------------------------===//

#include "EventStore.h"

#include <cstdio>
#include <string>
#include <thread>

namespace {

class App {
public:
  explicit App(EventStore &Store) : Store(Store) {}

  int handle(const std::string &Path) {
    // Fast, and without any promise: the task may never run to its end.
    std::thread(&EventStore::write, &Store, "visited " + Path).detach();
    return 200;
  }

private:
  EventStore &Store;
};

} // namespace

int main() {
  static EventStore Store;
  App Service(Store);
  int Served = 0;
  for (const char *Path : {"/", "/login", "/cart", "/pay", "/logout"})
    Served += Service.handle(Path) == 200;
  std::printf("%d requests, %d events stored\n", Served, Store.stored());
  return 0;
}
