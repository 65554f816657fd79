// RUN: %check %s joinery-thread-exception-escape -- -I %S/Inputs
// Once per template; macros at their expansion, but not the assertions of
// other files.

#include "assertion.h"
#include <stdexcept>
#include <thread>

void use(int Value);

template <typename Number> void run(Number Value) {
  std::jthread Worker([Value] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    if (Value < 0)
      throw std::runtime_error("negative");
    use(int(Value));
  });
}

void runBoth() {
  run(1);
  run(2.0);
}

#define START(CALL) std::jthread Worker([] { CALL; })

void byMacro() {
  START(throw 1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

// Stays silent.

void asserts(int Value) {
  std::jthread Worker([Value] { REQUIRE(Value > 0); });
}

template <typename Number> void neverMade(Number Value) {
  std::jthread Worker([Value] { throw Value; });
}
