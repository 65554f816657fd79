#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
using namespace std::chrono_literals;
class Sync {
  std::atomic_flag quit_ = ATOMIC_FLAG_INIT;
  std::chrono::milliseconds every_;
  std::future<void> f_;
  void once();

public:
  explicit Sync(std::chrono::milliseconds every) : every_(every) {
    f_ = std::async(std::launch::async, [this] {
      for (;;) {
        if (quit_.test())
          return;
        once();
        std::this_thread::sleep_for(every_); // EXPECT: uninterruptible-sleep
      }
    });
  }
  ~Sync() {
    quit_.test_and_set();
    f_.wait();
  }
};
