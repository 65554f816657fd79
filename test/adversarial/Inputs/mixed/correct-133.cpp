// event loop class with run() / quit() callbacks, owned by main; timers; stop
// through posted task
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
class Loop {
  std::mutex m_;
  std::condition_variable c_;
  std::deque<std::function<void()>> q_;
  bool quit_ = false;

public:
  void run() {
    while (!quit_) {
      std::deque<std::function<void()>> batch;
      {
        std::unique_lock l(m_);
        c_.wait(l, [this] { return !q_.empty(); });
        batch.swap(q_);
      }
      for (auto &f : batch)
        f();
    }
  }
  void post(std::function<void()> f) {
    {
      std::lock_guard l(m_);
      q_.push_back(std::move(f));
    }
    c_.notify_one();
  }
  void quit() {
    post([this] { quit_ = true; });
  }
};
int main() {
  Loop l;
  std::thread t(&Loop::run, &l);
  l.post([] {});
  l.quit();
  t.join();
}
