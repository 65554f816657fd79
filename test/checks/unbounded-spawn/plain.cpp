// RUN: %check %s joinery-unbounded-spawn
// Finds loops that start tasks without a bound on how many run at once.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
