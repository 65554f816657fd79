// RUN: %check %s joinery-*

// The repair of the smallest case: the task has an owner, and main waits.

#include <cstdio>
#include <thread>

int main() {
  std::puts("first");
  std::thread Second([] { std::puts("second"); });
  Second.join();
}
