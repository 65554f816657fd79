// RUN: %check %s joinery-thread-exception-escape
// Finds tasks that let an exception out where that terminates the program.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
