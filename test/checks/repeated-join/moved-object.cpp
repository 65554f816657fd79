// RUN: %check %s joinery-repeated-join,joinery-detached-thread
// A member that is called on std::move(handle) is called on the handle.

#include <thread>
#include <utility>

void pollSensor();
void adopt(std::thread Handle);

// Reports

void movedAway() {
  std::thread Worker(pollSensor);
  adopt(std::move(Worker));
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-repeated-join]
}

void detached() {
  std::thread Worker(pollSensor);
  std::move(Worker).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void detachedTwice() {
  std::thread Worker(pollSensor);
  std::move(Worker).join();
  std::move(Worker).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-repeated-join]
}

// Stays silent

void joined() {
  std::thread Worker(pollSensor);
  std::move(Worker).join();
}
