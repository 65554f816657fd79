// RUN: %check %s joinery-skippable-completion
// A suppression with its reason silences the line of the signal, and no other.

#include <latch>
#include <semaphore>
#include <thread>

bool connect();

void without() {
  std::latch Connected(1);
  std::jthread Connecting([&Connected] {
    if (!connect())
      return;
    Connected.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Connected.wait();
}

void sameLine() {
  std::latch Connected(1);
  std::jthread Connecting([&Connected] {
    if (!connect())
      return;
    // A watchdog ends the process.
    Connected.count_down(); // NOLINT(joinery-skippable-completion)
  });
  Connected.wait();
}

void nextLine() {
  std::binary_semaphore Connected(0);
  std::jthread Connecting([&Connected] {
    if (connect())
      // NOLINTNEXTLINE(joinery-skippable-completion): a watchdog ends it
      Connected.release();
  });
  Connected.acquire();
}

// NOLINTBEGIN(joinery-skippable-completion): a watchdog ends the process
void announce(std::latch &Connected) {
  if (!connect())
    return;
  Connected.count_down();
}

void region() {
  std::latch Connected(1);
  std::jthread Connecting([&Connected] { announce(Connected); });
  Connected.wait();
}
// NOLINTEND(joinery-skippable-completion)

void anotherChecksName() {
  std::latch Connected(1);
  std::jthread Connecting([&Connected] {
    if (!connect())
      return;
    Connected.count_down(); // NOLINT(joinery-late-count-up): of another check
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Connected.wait();
}

void atTheReturn() {
  std::latch Connected(1);
  std::jthread Connecting([&Connected] {
    if (!connect())
      return; // NOLINT(joinery-skippable-completion): a note's line
    Connected.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Connected.wait();
}
