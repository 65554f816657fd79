// RUN: %check %s joinery-unbounded-wait
// Finds waits at shutdown that have no deadline and ask nobody to stop.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
