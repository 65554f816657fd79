// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// The repair of the smallest case: the task has an owner, and main waits.

#include <cstdio>
#include <thread>

int main() {
  std::puts("first");
  std::thread Second([] { std::puts("second"); });
  Second.join();
}
