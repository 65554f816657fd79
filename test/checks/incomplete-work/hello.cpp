// RUN: %check %s joinery-incomplete-work
// The smallest program: main ends before its detached task has spoken.

#include <iostream>
#include <thread>

int main() {
  std::cout << "Hello\n";
  std::thread([] { std::cout << "Goodbye\n"; }).detach();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
// CHECK: :[[@LINE-3]]:{{[0-9]+}}: note: {{.*}}
