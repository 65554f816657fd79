// RUN: %check %s joinery-thread-exception-escape --config='{"joinery-thread-exception-escape.AssumeCallsMayThrow": true}'
// Calls of code that is not seen count only when they are said to.

#include <thread>

void unseen();
void quiet() noexcept;

void run() {
  std::jthread Worker([] { unseen(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void runQuiet() {
  std::jthread Worker([] { quiet(); });
}
