// RUN: %check %s --config='{"joinery-unjoined-thread.AssumeCallsMayThrow": "true"}' joinery-unjoined-thread
// With AssumeCallsMayThrow, a call into code that is not seen counts as a
// throw.

#include <thread>

void pollSensor();
void readConfig();
void quiet() noexcept;

static int twice(int Value) { return Value * 2; }

// Reports

void unseenCall() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
  Worker.join();
}

// Stays silent

void unseenButQuiet() {
  std::thread Worker(pollSensor);
  quiet();
  Worker.join();
}

int seenAndHarmless() {
  std::thread Worker(pollSensor);
  int Four = twice(2);
  Worker.join();
  return Four;
}

void caught() {
  std::thread Worker(pollSensor);
  try {
    readConfig();
  } catch (...) {
  }
  Worker.join();
}

void joiningThread() {
  std::jthread Worker(pollSensor);
  readConfig();
}
