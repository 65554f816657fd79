// std::function member as entry, sleeping long between stop tests
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
using namespace std::chrono_literals;
class Timer {
  std::atomic<bool> stop_{false};
  std::function<void()> cb_;
  std::thread t_;

public:
  explicit Timer(std::function<void()> cb)
      : cb_(std::move(cb)), t_([this] {
          while (!stop_.load()) {
            cb_();
            std::this_thread::sleep_for(2s); // EXPECT: uninterruptible-sleep
          }
        }) {}
  ~Timer() {
    stop_ = true;
    t_.join();
  }
};
int main() {
  Timer t([] {});
}
