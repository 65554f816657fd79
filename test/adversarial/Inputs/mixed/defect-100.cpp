// the same without CRTP
#include <atomic>
#include <thread>
class X {
  std::atomic<bool> stop_{false};
  std::thread t_;
  int n = 0;

public:
  void start() {
    t_ = std::thread([this] {
      while (!stop_)
        ++n;
    });
  }
  void stop() {
    t_.join(); // EXPECT: join-before-stop
    stop_ = true;
  }
  ~X() {
    if (t_.joinable())
      t_.join();
  }
};
int main() {
  X x;
  x.start();
  x.stop();
}
