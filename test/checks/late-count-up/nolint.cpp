// RUN: %check %s joinery-late-count-up
// A suppression with its reason silences the line of the count-up, and no
// other.

#include "WaitGroup.h"

#include <atomic>
#include <thread>

void work();
void awaitStart();

void without() {
  WaitGroup Tasks;
  std::jthread Worker([&Tasks] {
    Tasks.add();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  });
  Tasks.wait();
}

void sameLine() {
  WaitGroup Tasks;
  std::jthread Worker([&Tasks] {
    Tasks.add(); // NOLINT(joinery-late-count-up): waits much later
    work();
    Tasks.done();
  });
  Tasks.wait();
}

void nextLine() {
  std::atomic<int> Running{0};
  std::jthread Worker([&Running] {
    // NOLINTNEXTLINE(joinery-late-count-up): only shown
    ++Running;
    work();
    --Running;
  });
  while (Running > 0)
    std::this_thread::yield();
}

// NOLINTBEGIN(joinery-late-count-up): 'awaitStart' sees to it
void runBoth() {
  WaitGroup Tasks;
  auto Counted = [&Tasks] {
    Tasks.add();
    work();
    Tasks.done();
  };
  std::jthread First(Counted);
  std::jthread Second(Counted);
  awaitStart();
  Tasks.wait();
}
// NOLINTEND(joinery-late-count-up)

void anotherChecksName() {
  WaitGroup Tasks;
  std::jthread Worker([&Tasks] {
    Tasks.add(); // NOLINT(joinery-skippable-completion): of another check
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  });
  Tasks.wait();
}

void atTheSpawn() {
  WaitGroup Tasks;
  std::jthread Worker([&Tasks] { // NOLINT(joinery-late-count-up): a note's line
    Tasks.add();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  });
  Tasks.wait();
}
