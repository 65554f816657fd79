// timer wheel: priority queue with wait_until, jthread with member function
// entry
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <stop_token>
#include <thread>
using Clock = std::chrono::steady_clock;
struct Entry {
  Clock::time_point when;
  std::function<void()> fn;
  bool operator<(const Entry &o) const { return when > o.when; }
};
class TimerThread {
  std::mutex mu_;
  std::condition_variable_any cv_;
  std::priority_queue<Entry> heap_;
  std::jthread thr_;
  void main_loop(std::stop_token st) {
    std::unique_lock lk(mu_);
    for (; !st.stop_requested();) {
      if (heap_.empty()) {
        if (!cv_.wait(lk, st, [this] { return !heap_.empty(); }))
          return;
        continue;
      }
      auto next = heap_.top().when;
      if (Clock::now() < next) {
        auto const n = heap_.size();
        cv_.wait_until(lk, st, next, [&] { return heap_.size() != n; });
        continue;
      }
      auto fn = heap_.top().fn;
      heap_.pop();
      lk.unlock();
      fn();
      lk.lock();
    }
  }

public:
  TimerThread() {
    thr_ =
        std::jthread([this](std::stop_token st) { main_loop(std::move(st)); });
  }
  void after(std::chrono::milliseconds d, std::function<void()> f) {
    {
      std::lock_guard lk(mu_);
      heap_.push({Clock::now() + d, std::move(f)});
    }
    cv_.notify_one();
  }
};
int main() {
  TimerThread t;
  t.after(std::chrono::milliseconds(5), [] {});
}
