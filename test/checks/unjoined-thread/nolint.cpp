// RUN: %check %s joinery-unjoined-thread
// NOLINT in its forms silences one place.

#include <thread>

void pollSensor();
void readConfig();

void onTheLine() {
  std::thread Worker(pollSensor); // NOLINT(joinery-unjoined-thread)
  readConfig();
}

void nextLine() {
  // NOLINTNEXTLINE(joinery-unjoined-thread)
  std::thread Worker(pollSensor);
  readConfig();
}

class Poller {
public:
  void start() { Worker = std::thread(pollSensor); }

private:
  std::thread Worker; // NOLINT(joinery-*)
};

// NOLINTBEGIN(joinery-unjoined-thread)
void region() { std::thread Worker(pollSensor); }
// NOLINTEND(joinery-unjoined-thread)

void anotherCheck() {
  // NOLINTNEXTLINE(joinery-detached-thread)
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}
