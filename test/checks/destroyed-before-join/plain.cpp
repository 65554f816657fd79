// RUN: %check %s joinery-destroyed-before-join
// Finds members and locals that are destroyed while a task that uses them still
// runs.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
