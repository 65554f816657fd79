// RUN: %check %s joinery-unstoppable-worker
// Finds loops of tasks that nothing can end, so that the task cannot be stopped.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
