// flag set, but the sleeping thread is not woken
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
class Writer {
  std::mutex m_;
  std::condition_variable cv_;
  std::deque<int> q_;
  bool stop_ = false;
  long sum_ = 0;
  std::thread t_;
  void run() {
    std::unique_lock<std::mutex> lk(m_);
    for (;;) {
      cv_.wait(lk, [this] { return stop_ || !q_.empty(); });
      if (stop_)
        return;
      sum_ += q_.front();
      q_.pop_front();
    }
  }

public:
  Writer() { t_ = std::thread(&Writer::run, this); }
  void write(int v) {
    std::lock_guard<std::mutex> lk(m_);
    q_.push_back(v);
    cv_.notify_one();
  }
  ~Writer() {
    {
      std::lock_guard<std::mutex> lk(m_);
      stop_ = true; // EXPECT: join-before-stop
    }
    t_.join();
  }
};
int main() {
  Writer w;
  w.write(1);
}
