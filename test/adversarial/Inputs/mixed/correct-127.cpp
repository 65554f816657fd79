// condition_variable stop, notification through helper method & scoped setter;
// atomic wait/notify
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
class Ev {
  std::mutex m;
  std::condition_variable c;
  bool set_ = false;

public:
  void set() {
    {
      std::lock_guard l(m);
      set_ = true;
    }
    c.notify_all();
  }
  void wait() {
    std::unique_lock l(m);
    c.wait(l, [this] { return set_; });
  }
  template <class R, class P> bool waitFor(std::chrono::duration<R, P> d) {
    std::unique_lock l(m);
    return c.wait_for(l, d, [this] { return set_; });
  }
};
class W {
  Ev stop_;
  std::thread t_{[this] {
    while (!stop_.waitFor(std::chrono::seconds(1)))
      ++n_;
  }};
  unsigned n_ = 0;

public:
  ~W() {
    stop_.set();
    t_.join();
  }
};
class V {
  std::atomic<int> st_{0};
  std::thread t_{[this] { st_.wait(0); }};

public:
  ~V() {
    st_ = 1;
    st_.notify_all();
    t_.join();
  }
};
int main() {
  W w;
  V v;
  Ev e;
  std::jthread j([&e] { e.set(); });
  e.wait();
}
