// RUN: %check %s joinery-*

// A program that ends before its task has said a word: the task is given up at
// the detach, and cut off where main ends.

#include <cstdio>
#include <thread>

int main() {
  std::puts("first");
  std::thread([] { std::puts("second"); }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}
// CHECK: :[[@LINE-1]]:1: warning: {{.*}}[joinery-incomplete-work]
// CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: {{.*}}
