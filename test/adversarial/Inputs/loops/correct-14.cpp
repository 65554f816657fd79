// binary_semaphore as stop event; timed acquire is the sleep
#include <chrono>
#include <cstdio>
#include <semaphore>
#include <thread>
class Heartbeat {
  std::binary_semaphore stop_{0};
  std::thread t_{[this] {
    while (!stop_.try_acquire_for(std::chrono::seconds(10)))
      std::puts("beat");
  }};

public:
  ~Heartbeat() {
    stop_.release();
    t_.join();
  }
};
int main() {
  Heartbeat hb;
  std::this_thread::sleep_for(std::chrono::seconds(35));
}
