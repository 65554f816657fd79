// RUN: %check %s joinery-repeated-join
// A suppression with its reason silences the line of the second operation, and
// no other.

#include <thread>

void work();

void without(std::thread &Worker) {
  Worker.join();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void sameLine(std::thread &Worker) {
  Worker.join();
  Worker.join(); // NOLINT(joinery-repeated-join): shows what the library throws
}

void nextLine(std::thread &Worker) {
  Worker.join();
  // NOLINTNEXTLINE(joinery-repeated-join): must throw
  Worker.detach();
}

// NOLINTBEGIN(joinery-repeated-join): show what the library throws
void region() {
  std::thread Never;
  Never.join();
}

void ofTheRegion(std::thread &Worker) {
  Worker.detach();
  Worker.join();
}
// NOLINTEND(joinery-repeated-join)

void anotherChecksName(std::thread &Worker) {
  Worker.join();
  Worker.join(); // NOLINT(joinery-unjoined-thread): of another check
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void atTheFirst(std::thread &Worker) {
  Worker.join(); // NOLINT(joinery-repeated-join): a note's line
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
