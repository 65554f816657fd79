// RUN: %check %s joinery-unjoined-thread
// A declaration that lost a parenthesis is a variable whose initializer has no
// type.
#include <thread>

void poll();

void before() {
  std::thread lost(poll);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
}

void work(;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}
// CHECK: :[[@LINE-2]]:{{[0-9]+}}: error: {{.*}}

void startsIt() {
  std::thread worker(work);
  worker.join();
}
