// RUN: %check %s joinery-detached-thread -- -I%S/Inputs
// A static function of a header that the file makes no use of never runs.

#include "fixtures.h"

void serve();

// CHECK: fixtures.h:7:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]

void uses() {
  std::thread Thread(serve);
  letGo(&Thread);
}
