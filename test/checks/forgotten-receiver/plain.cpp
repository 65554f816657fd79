// RUN: %check %s joinery-forgotten-receiver
// Finds receives and waits that nothing can ever end, because no code sends,
// closes, signals or notifies.

#include <thread>

void work();

// Stays silent.

void joined() {
  std::thread Worker(work);
  Worker.join();
}
