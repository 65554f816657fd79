// RUN: %check %s joinery-join-before-stop
// Finds joins that come before the stop that their task waits for, and never
// return.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
