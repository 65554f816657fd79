// timed waits in loop until predicate; deadline at shutdown, then detach-free
// timed join through future
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
class Drainer {
  std::mutex m_;
  std::condition_variable cv_;
  int active_ = 0;

public:
  class Ticket {
    Drainer *d_;

  public:
    explicit Ticket(Drainer *d) : d_(d) {}
    Ticket(Ticket &&o) noexcept : d_(o.d_) { o.d_ = nullptr; }
    ~Ticket() {
      if (!d_)
        return;
      std::lock_guard<std::mutex> l(d_->m_);
      if (--d_->active_ == 0)
        d_->cv_.notify_all();
    }
  };
  Ticket take() {
    std::lock_guard<std::mutex> l(m_);
    ++active_;
    return Ticket(this);
  }
  bool drain(std::chrono::milliseconds d) {
    std::unique_lock<std::mutex> l(m_);
    return cv_.wait_for(l, d, [this] { return active_ == 0; });
  }
};
int main() {
  Drainer d;
  std::thread t([tk = d.take()] {
    volatile int x = 0;
    x = x + 1;
  });
  bool ok = d.drain(std::chrono::seconds(3));
  t.join();
  return ok ? 0 : 1;
}
