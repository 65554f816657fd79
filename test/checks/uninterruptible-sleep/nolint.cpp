// RUN: %check %s joinery-uninterruptible-sleep
// A suppression with its reason silences the line of the sleep, and no other.

#include <atomic>
#include <chrono>
#include <thread>
#include <unistd.h>

std::atomic<bool> Stopping{false};
void flush();

void without() {
  std::jthread Worker([] {
    while (!Stopping) {
      flush();
      sleep(5);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

void sameLine() {
  std::jthread Worker([] {
    while (!Stopping) {
      flush();
      sleep(1); // NOLINT(joinery-uninterruptible-sleep): soon enough for a lamp
    }
  });
}

void nextLine() {
  std::jthread Worker([] {
    while (!Stopping) {
      flush();
      // NOLINTNEXTLINE(joinery-uninterruptible-sleep): soon enough for a lamp
      std::this_thread::sleep_for(std::chrono::seconds(1));
    }
  });
}

// NOLINTBEGIN(joinery-uninterruptible-sleep): the device needs these pauses
void drive() {
  while (!Stopping) {
    flush();
    sleep(1);
    flush();
    sleep(2);
  }
}
// NOLINTEND(joinery-uninterruptible-sleep)

void region() { std::jthread Worker(drive); }

void firstOfTwoLines() {
  std::jthread Worker([] {
    while (!Stopping) {
      flush();
      // The line of the call's name, not that of its argument.
      std::this_thread::sleep_for( // NOLINT(joinery-uninterruptible-sleep)
          std::chrono::seconds(1));
    }
  });
}

void anotherChecksName() {
  std::jthread Worker([] {
    while (!Stopping) {
      flush();
      sleep(5); // NOLINT(joinery-unstoppable-worker): of another check
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

void atTheLoop() {
  std::jthread Worker([] {
    while (!Stopping) { // NOLINT(joinery-uninterruptible-sleep): a note's line
      flush();
      sleep(5);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}
