// RUN: %check %s joinery-unbounded-wait -- -std=c++20
// A task that signals before its loop tells that it has begun: who waits for
// that waits for no end.
#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>

void step();
bool more();

class Service {
public:
  Service() {
    Worker = std::thread([this] {
      Ready.release();
      while (!Stop)
        step();
    });
  }
  ~Service() {
    Ready.acquire();
    Stop = true;
    Worker.join();
  }

private:
  std::atomic<bool> Stop{false};
  std::binary_semaphore Ready{0};
  std::thread Worker;
};

class Late {
public:
  Late() {
    Worker = std::thread([this] {
      while (more())
        step();
      Done.count_down();
    });
  }
  ~Late() {
    Done.wait();
    // CHECK: :[[@LINE-1]]:10: warning: {{.*}}[joinery-unbounded-wait]
    Worker.join();
    // CHECK: :[[@LINE-1]]:12: warning: {{.*}}[joinery-unbounded-wait]
  }

private:
  std::latch Done{1};
  std::thread Worker;
};

int main() {
  std::atomic<bool> Stop{false};
  std::latch Ready(1);
  std::thread Worker([&] {
    Ready.count_down();
    while (!Stop)
      step();
  });
  Ready.wait();
  Stop = true;
  Worker.join();
}
