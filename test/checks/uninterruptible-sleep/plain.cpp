// RUN: %check %s joinery-uninterruptible-sleep
// Finds sleeps in stoppable loops of tasks, which delay every stop by their
// length.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
