// cv notified through a callback registered elsewhere in the class; predicate
// loop
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
struct Bus {
  std::function<void(int)> on_msg;
  void deliver(int v) {
    if (on_msg)
      on_msg(v);
  }
};
class Waiter {
  std::mutex m_;
  std::condition_variable cv_;
  int got_ = -1;

public:
  explicit Waiter(Bus &b) {
    b.on_msg = [this](int v) {
      std::lock_guard lk(m_);
      got_ = v;
      cv_.notify_one();
    };
  }
  int wait() {
    std::unique_lock lk(m_);
    while (got_ < 0)
      cv_.wait(lk);
    return got_;
  }
};
int main() {
  Bus bus;
  Waiter w(bus);
  std::thread t([&] { bus.deliver(3); });
  int v = w.wait();
  t.join();
  return v;
}
