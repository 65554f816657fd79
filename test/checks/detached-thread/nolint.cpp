// RUN: %check %s joinery-detached-thread
// NOLINT in its forms silences one place.

#include <thread>

void pollSensor();

void onTheLine() {
  std::thread(pollSensor).detach(); // NOLINT(joinery-detached-thread)
}

void bare() {
  std::thread(pollSensor).detach(); // NOLINT
}

void withReason() {
  // The poller lives as long as the machine.
  // NOLINTNEXTLINE(joinery-detached-thread)
  std::thread(pollSensor).detach();
}

void glob() {
  std::thread(pollSensor).detach(); // NOLINT(joinery-*)
}

// NOLINTBEGIN(joinery-detached-thread)
void region() {
  std::thread(pollSensor).detach();
  std::jthread(pollSensor).detach();
}
// NOLINTEND(joinery-detached-thread)

void lastLineOfAChain() {
  std::thread([] {
    pollSensor();
    pollSensor();
  }).detach(); // NOLINT(joinery-detached-thread)
}

void anotherCheck() {
  // NOLINTNEXTLINE(joinery-unjoined-thread)
  std::thread(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void afterTheRegion() {
  std::thread(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}
