// the same but stop in template class, no derived step
#include <atomic>
#include <thread>
template <class D> class Base {
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
  ~Base() {
    if (t_.joinable())
      t_.join();
  }
};
int main() {
  Base<int> x;
  x.start();
  x.stop();
}
