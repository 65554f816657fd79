// RUN: %prove-model POSIX -x c -std=gnu17 %s
// RUN: %prove-model POSIX -x c++ %s

// Names every function that libraries/posix.yaml models.

#define _GNU_SOURCE
#include <assert.h>
#include <err.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

void atEnd(int, void *);

void sleeps(int Way, va_list Values) {
  struct timespec Time;
  sigset_t Signals;
  int Signal;
  siginfo_t Information;
  sleep(1);
  usleep(1);
  nanosleep(&Time, 0);
  clock_nanosleep(CLOCK_MONOTONIC, 0, &Time, 0);
  pause();
  sigwait(&Signals, &Signal);
  sigwaitinfo(&Signals, &Information);
  sigsuspend(&Signals);
  on_exit(atEnd, 0);
  assert(Way);
  if (Way == 1)
    err(1, "text");
  if (Way == 2)
    errx(1, "text");
  if (Way == 3)
    verr(1, "text", Values);
  if (Way == 4)
    verrx(1, "text", Values);
  _exit(1);
}
