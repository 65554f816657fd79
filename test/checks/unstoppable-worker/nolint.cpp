// RUN: %check %s joinery-unstoppable-worker
// A suppression with its reason silences the line of the loop, and no other.

#include <thread>

void poll();

void without() {
  std::thread Worker([] {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll();
  });
  Worker.join();
}

void sameLine() {
  std::thread Worker([] {
    while (true) // NOLINT(joinery-unstoppable-worker): ends with the process
      poll();
  });
  Worker.join();
}

void nextLine() {
  std::thread Worker([] {
    // NOLINTNEXTLINE(joinery-unstoppable-worker): ends with the process
    for (;;)
      poll();
  });
  Worker.join();
}

// NOLINTBEGIN(joinery-unstoppable-worker): the firmware has no end
void run() {
  do
    poll();
  while (true);
}
// NOLINTEND(joinery-unstoppable-worker)

void region() { std::jthread Worker(run); }

void glob() {
  std::jthread Worker([] {
    while (true) // NOLINT(joinery-unstoppable-*): ends with the process
      poll();
  });
}

void anotherChecksName() {
  std::thread Worker([] {
    while (true) // NOLINT(joinery-uninterruptible-sleep): of another check
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll();
  });
  Worker.join();
}

void atTheSpawn() {
  std::jthread Worker([] { // NOLINT(joinery-unstoppable-worker): a note's line
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll();
  });
}
