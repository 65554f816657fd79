// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A task detached by a main that then blocks for ever is still detached, but
// no exit cuts it off.
#include <thread>
#include <unistd.h>

void serve();
void publish();

int main() {
  std::thread(serve).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  std::thread publisher(publish);
  publisher.detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  for (;;)
    pause();
}
