// CRTP: join after flag in wrong order in base
#include <atomic>
#include <thread>
template <class D> class Base {
protected:
  std::atomic<bool> stop_{false}; std::thread t_;
public:
  void start() { t_ = std::thread([this] { while (!stop_) static_cast<D *>(this)->step(); }); }
  void stop() {
    t_.join(); // FN: join-before-stop
    stop_ = true;
  }
  ~Base() { if (t_.joinable()) t_.join(); }
};
struct X : Base<X> { int n = 0; void step() { ++n; } };
int main() { X x; x.start(); x.stop(); }
