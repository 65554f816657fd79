// stop_callback wakes a plain condition variable
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>
class Sink {
  std::mutex m_;
  std::condition_variable cv_;
  std::vector<int> in_;
  bool stop_ = false;
  long sum_ = 0;
  std::jthread t_;

public:
  Sink()
      : t_([this](std::stop_token st) {
          std::stop_callback wake(st, [this] {
            std::lock_guard lk(m_);
            stop_ = true;
            cv_.notify_all();
          });
          std::unique_lock lk(m_);
          while (true) {
            cv_.wait(lk, [this] { return stop_ || !in_.empty(); });
            for (int v : in_)
              sum_ += v;
            in_.clear();
            if (stop_)
              break;
          }
        }) {}
  void put(int v) {
    {
      std::lock_guard lk(m_);
      in_.push_back(v);
    }
    cv_.notify_one();
  }
};
int main() {
  Sink s;
  s.put(3);
}
