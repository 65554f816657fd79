#include <thread>
class Timer {
  std::thread t_;
  int n_ = 0;
  void run() { ++n_; }

public:
  void start() { t_ = std::thread(&Timer::run, this); }
  ~Timer() {
    if (t_.joinable())
      t_.detach(); // EXPECT: detached-thread
  }
};
