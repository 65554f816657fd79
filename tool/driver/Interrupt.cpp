//===- Interrupt.cpp - Ctrl-C ---------------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A handler may do next to nothing. Posting a semaphore is allowed, so that is
// what the main thread waits on while others check units.
//
//===----------------------------------------------------------------------===//

#include "driver/Interrupt.h"
#include <cerrno>
#include <csignal>
#include <semaphore.h>

namespace joinery::driver {

static sem_t Ready;
static volatile std::sig_atomic_t Caught = 0;

static void onSignal(int Signal) {
  int Saved = errno;
  Caught = Signal;
  sem_post(&Ready);
  errno = Saved;
}

InterruptGuard::InterruptGuard() {
  sem_init(&Ready, /*pshared=*/0, 0);
  struct sigaction Action = {};
  Action.sa_handler = onSignal;
  // A second signal ends the process, should the report not come to an end.
  Action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (int Signal : {SIGINT, SIGTERM}) {
    struct sigaction Old;
    sigaction(Signal, nullptr, &Old);
    // nohup and background jobs of a shell ignore it; so do we.
    if (Old.sa_handler != SIG_IGN)
      sigaction(Signal, &Action, nullptr);
  }
}

InterruptGuard::~InterruptGuard() {
  for (int Signal : {SIGINT, SIGTERM}) {
    struct sigaction Old;
    sigaction(Signal, nullptr, &Old);
    if (Old.sa_handler == onSignal)
      std::signal(Signal, SIG_DFL);
  }
}

void InterruptGuard::wait() {
  while (sem_wait(&Ready) != 0 && errno == EINTR && !Caught)
    ;
}

void InterruptGuard::notify() { sem_post(&Ready); }

int InterruptGuard::signal() { return Caught; }

} // namespace joinery::driver
