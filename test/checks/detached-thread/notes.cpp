// RUN: %check %s joinery-detached-thread
// The alternatives hang on notes: join, a joining thread, tracking.

#include <thread>

void pollSensor();

void givenUp() {
  std::thread Poller(pollSensor);
  Poller.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  // CHECK-DAG: note: {{.*}}jthread
  // CHECK-DAG: note: {{.*}} join
  // CHECK-DAG: note: {{.*}}wait
}
