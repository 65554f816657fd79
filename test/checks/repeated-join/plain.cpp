// RUN: %check %s joinery-repeated-join
// Finds handles that are joined or detached a second time, or without a task.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
