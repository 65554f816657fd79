// join never returns, CRTP, in dtor; no other stop
#include <atomic>
#include <thread>
template <class D> class Base {
  std::atomic<bool> stop_{false};
  std::thread t_;

public:
  void start() {
    t_ = std::thread([this] {
      while (!stop_)
        static_cast<D *>(this)->step();
    });
  }
  ~Base() {
    if (t_.joinable())
      t_.join(); // EXPECT: join-before-stop
    stop_ = true;
  }
};
struct X : Base<X> {
  void step() {}
};
int main() {
  X x;
  x.start();
}
