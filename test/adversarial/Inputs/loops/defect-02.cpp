#include <atomic>
#include <chrono>
#include <thread>
class Poller {
  std::atomic<bool> stop_{false};
  std::thread t_;
  int n_ = 0;
  void run() {
    while (!stop_) {
      ++n_;
      std::this_thread::sleep_for(std::chrono::seconds(30)); // EXPECT: uninterruptible-sleep
    }
  }

public:
  Poller() : t_(&Poller::run, this) {}
  ~Poller() {
    stop_ = true;
    t_.join();
  }
};
int main() { Poller p; }
