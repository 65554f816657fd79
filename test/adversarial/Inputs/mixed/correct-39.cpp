// std::function members, observers: callback invoked from a worker,
// unsubscribed in destructor
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>
class Source {
public:
  using Cb = std::function<void(int)>;
  Source() = default;
  ~Source() { stop(); }
  void subscribe(Cb c) {
    std::lock_guard l(m_);
    cbs_.push_back(std::move(c));
  }
  void start() {
    if (!t_.joinable())
      t_ = std::jthread([this](std::stop_token st) { poll(st); });
  }
  void stop() {
    t_.request_stop();
    if (t_.joinable())
      t_.join();
  }

private:
  void poll(const std::stop_token &st) {
    int i = 0;
    while (!st.stop_requested()) {
      std::lock_guard l(m_);
      for (const auto &c : cbs_)
        if (c)
          c(i);
      ++i;
    }
  }
  std::mutex m_;
  std::vector<Cb> cbs_;
  std::jthread t_;
};
int main() {
  std::atomic<int> last{0};
  Source s;
  s.subscribe([&last](int v) { last = v; });
  s.start();
}
