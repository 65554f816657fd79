// template wrapper whose destructor detaches
#include <thread>
#include <utility>
class Bg {
  std::thread t_;

public:
  template <class F> explicit Bg(F f) : t_(std::move(f)) {}
  ~Bg() {
    if (t_.joinable())
      t_.detach(); // EXPECT: detached-thread
  }
};
void go() {
  Bg a([] {});
  Bg b([] {});
}
