// RUN: %check %s joinery-late-count-up
// Finds tasks that count themselves only after they were started, so that a wait
// can miss them.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
