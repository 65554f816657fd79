// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A main that ends with pthread_exit leaves its tasks running.
#include <pthread.h>
#include <thread>

void serve();

int main() {
  std::thread(serve).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  pthread_exit(nullptr);
}
