// RUN: %check %s joinery-skippable-completion
// Finds completion signals that a path of the task passes by, so that a waiter
// hangs.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
