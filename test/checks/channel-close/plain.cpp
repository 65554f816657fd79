// RUN: %check %s joinery-channel-close
// Finds channels that are closed twice, used after their close, or closed by the
// wrong task.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
