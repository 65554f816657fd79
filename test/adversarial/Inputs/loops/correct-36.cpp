// interruptible sleep built from chunks, shared_ptr state, weak_ptr loop
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
class Cache : public std::enable_shared_from_this<Cache> {
public:
  void expire() { ++epoch_; }
  int epoch_ = 0;
};
class Janitor {
  std::weak_ptr<Cache> c_;
  std::mutex m_;
  std::condition_variable cv_;
  bool bye_ = false;
  std::thread t_;
  bool nap(std::chrono::seconds s) {
    std::unique_lock<std::mutex> lk(m_);
    return !cv_.wait_for(lk, s, [this] { return bye_; });
  }

public:
  explicit Janitor(std::weak_ptr<Cache> c) : c_(std::move(c)) {
    t_ = std::thread([this] {
      while (nap(std::chrono::seconds(60))) {
        auto c = c_.lock();
        if (!c)
          break;
        c->expire();
      }
    });
  }
  ~Janitor() {
    {
      std::lock_guard<std::mutex> lk(m_);
      bye_ = true;
    }
    cv_.notify_one();
    t_.join();
  }
};
int main() {
  auto c = std::make_shared<Cache>();
  Janitor j(c);
  return c->epoch_;
}
