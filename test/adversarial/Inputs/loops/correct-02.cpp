// periodic flusher: jthread + stop token + condition_variable_any
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
using namespace std::chrono_literals;
class Flusher {
  std::mutex m_;
  std::condition_variable_any cv_;
  int dirty_ = 0;
  std::jthread t_;
  void loop(std::stop_token st) {
    std::unique_lock lk(m_);
    while (!st.stop_requested()) {
      cv_.wait_for(lk, st, 5s, [this] { return dirty_ > 10; });
      if (dirty_ == 0)
        continue;
      std::printf("flushing %d\n", dirty_);
      dirty_ = 0;
    }
  }

public:
  Flusher() : t_(std::bind_front(&Flusher::loop, this)) {}
  void touch() {
    std::lock_guard lk(m_);
    if (++dirty_ > 10)
      cv_.notify_one();
  }
};
int main() {
  Flusher f;
  for (int i = 0; i < 40; ++i)
    f.touch();
}
