// RUN: %check %s joinery-unjoined-thread
// In C++20 a note offers the joining thread.

#include <thread>

void pollSensor();
void readConfig();

void neverJoined() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
  // CHECK: note: {{.*}}jthread
}
