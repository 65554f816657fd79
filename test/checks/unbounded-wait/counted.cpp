// RUN: %check %s joinery-unbounded-wait
// A count-up is no request to stop.

#include "WaitGroup.h"
#include <thread>

bool pump();
void waitForSignal();

static WaitGroup Tasks;

int main() {
  Tasks.add();
  std::thread([] {
    while (pump()) {
    }
    Tasks.done();
  }).detach();
  waitForSignal();
  Tasks.wait();
  // CHECK: WaitGroup.h:40:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
}
