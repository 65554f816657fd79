// jthread declared last
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
class Queue {
public:
  Queue() : worker_(std::bind_front(&Queue::run, this)) {}
  void post(std::function<void()> f) {
    {
      std::lock_guard lk(m_);
      q_.push_back(std::move(f));
    }
    cv_.notify_one();
  }

private:
  void run(std::stop_token st) {
    std::unique_lock lk(m_);
    while (cv_.wait(lk, st, [this] { return !q_.empty(); })) {
      auto f = std::move(q_.front());
      q_.pop_front();
      lk.unlock();
      f();
      lk.lock();
    }
  }
  std::mutex m_;
  std::condition_variable_any cv_;
  std::deque<std::function<void()>> q_;
  std::jthread worker_;
};
