// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Paths that never return or never unwind owe no join.
#include <cassert>
#include <csetjmp>
#include <cstdlib>
#include <exception>
#include <future>
#include <stdexcept>
#include <thread>
#include <unistd.h>

void work();
int compute();
bool ready();
[[noreturn]] void fatal(const char *why);

#define CHECK_THAT(condition)                                                  \
  do {                                                                         \
    if (!(condition))                                                          \
      fatal(#condition);                                                       \
  } while (false)

void aborts() {
  std::thread worker(work);
  if (!ready())
    std::abort();
  worker.join();
}

void terminates() {
  std::thread worker(work);
  if (!ready())
    std::terminate();
  worker.join();
}

void exitsAtOnce() {
  std::thread worker(work);
  if (!ready())
    std::_Exit(1);
  worker.join();
}

void exitsAtOnceByPosix() {
  std::thread worker(work);
  if (!ready())
    _exit(1);
  worker.join();
}

void callsNoreturn() {
  std::thread worker(work);
  if (!ready())
    fatal("not ready");
  worker.join();
}

void checksByAMacro() {
  std::thread worker(work);
  CHECK_THAT(ready());
  worker.join();
}

void asserts() {
  std::thread worker(work);
  assert(ready());
  worker.join();
}

int coversAllCases(int mode) {
  std::thread worker(work);
  switch (mode) {
  case 0:
    worker.join();
    return 0;
  case 1:
    worker.join();
    return 1;
  default:
    __builtin_unreachable();
  }
}

void endsInTerminate() noexcept try {
  std::thread worker(work);
  if (!ready())
    fatal("not ready");
  worker.join();
} catch (...) {
  std::terminate();
}

std::jmp_buf retry;

void jumpsBeforeTheSpawn() {
  if (!ready())
    std::longjmp(retry, 1);
  std::thread worker(work);
  worker.join();
}

int abortsInsteadOfReading() {
  auto result = std::async(std::launch::async, compute);
  if (!ready())
    std::abort();
  return result.get();
}

void servesForEver() {
  std::thread worker(work);
  for (;;)
    pause();
}
