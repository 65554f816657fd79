// RUN: %check %s joinery-join-before-stop -- -std=c++20
// A known miss, listed in docs/limits.md: a wait for the last signal of a task
// that still has to be stopped.
#include <atomic>
#include <latch>
#include <thread>

void step();

class FN_WaitsBeforeItsStop {
public:
  FN_WaitsBeforeItsStop() {
    Worker = std::thread([this] {
      while (!Stop)
        step();
      Done.count_down();
    });
  }
  ~FN_WaitsBeforeItsStop() {
    Done.wait();
    Stop = true;
    Worker.join();
  }

private:
  std::atomic<bool> Stop{false};
  std::latch Done{1};
  std::thread Worker;
};
