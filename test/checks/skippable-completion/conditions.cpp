// RUN: %check %s joinery-*
// A signal that is left out where the wait is left out as well.

#include <latch>
#include <thread>

void process(int);

// Reports

void alwaysWaits(bool Sync) {
  std::latch Done(1);
  std::jthread Worker([&Done, Sync] {
    process(1);
    if (Sync)
      Done.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.wait();
}

void waitsForTheContrary(bool Sync) {
  std::latch Done(1);
  std::jthread Worker([&Done, Sync] {
    if (Sync)
      return;
    process(1);
    Done.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  if (Sync)
    Done.wait();
}

// Stays silent

void waitsWhenTold(bool Sync) {
  std::latch Done(1);
  std::jthread Worker([&Done, Sync] {
    process(1);
    if (Sync)
      Done.count_down();
  });
  if (Sync)
    Done.wait();
}

void returnsWhenNotTold(bool Sync) {
  std::latch Done(1);
  std::jthread Worker([&Done, Sync] {
    process(1);
    if (!Sync)
      return;
    Done.count_down();
  });
  if (Sync) {
    process(2);
    Done.wait();
  }
}
