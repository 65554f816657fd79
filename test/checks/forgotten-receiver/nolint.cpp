// RUN: %check %s joinery-forgotten-receiver
// A suppression with its reason silences the line of the wait, and no other.

#include <condition_variable>
#include <latch>
#include <mutex>
#include <semaphore>
#include <thread>

void work();

void without() {
  std::latch Done(1);
  std::jthread Worker(work);
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void sameLine() {
  std::latch Done(1);
  Done.wait(); // NOLINT(joinery-forgotten-receiver): for a debugger
}

void nextLine() {
  std::binary_semaphore Ended(0);
  // NOLINTNEXTLINE(joinery-forgotten-receiver): a signal ends the process
  Ended.acquire();
}

// NOLINTBEGIN(joinery-forgotten-receiver): the process is parked here
void region() {
  std::mutex Guard;
  std::condition_variable Never;
  std::unique_lock Lock(Guard);
  Never.wait(Lock);
}
// NOLINTEND(joinery-forgotten-receiver)

void reasonBefore() {
  std::latch Done(1);
  // A signal ends the process.
  Done.wait(); // NOLINT(joinery-forgotten-receiver)
}

void anotherChecksName() {
  std::latch Done(1);
  Done.wait(); // NOLINT(joinery-unbounded-wait): of another check
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void atTheDeclaration() {
  std::latch Done(1); // NOLINT(joinery-forgotten-receiver): a note's line
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
