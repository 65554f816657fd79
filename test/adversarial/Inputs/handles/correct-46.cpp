// joins via two-phase: stop() virtual, final in dtor; move-only class;
// vector<Worker>, handle in struct and nested owner
#include <atomic>
#include <list>
#include <memory>
#include <thread>
#include <vector>
class Worker {
  struct State {
    std::atomic<bool> stop{false};
    std::atomic<int> n{0};
  };
  std::shared_ptr<State> st_ = std::make_shared<State>();
  std::thread th_;

public:
  Worker() = default;
  Worker(Worker &&) noexcept = default;
  Worker &operator=(Worker &&o) noexcept {
    if (this == &o)
      return *this;
    join();
    st_ = std::move(o.st_);
    th_ = std::move(o.th_);
    return *this;
  }
  ~Worker() { join(); }
  void start() {
    join();
    if (!st_)
      st_ = std::make_shared<State>();
    th_ = std::thread([s = st_] {
      while (!s->stop)
        ++s->n;
    });
  }
  void join() {
    if (!th_.joinable())
      return;
    st_->stop = true;
    th_.join();
  }
  [[nodiscard]] bool running() const noexcept { return th_.joinable(); }
};
class Farm {
  std::vector<Worker> ws_;
  std::list<std::thread> extra_;

public:
  explicit Farm(int n) : ws_(n) {
    for (auto &w : ws_)
      w.start();
  }
  void side() {
    extra_.emplace_back([] {});
  }
  void flush() {
    for (; !extra_.empty(); extra_.pop_front())
      extra_.front().join();
  }
  ~Farm() { flush(); }
};
int main() {
  Farm f(3);
  f.side();
  Worker a, b;
  a.start();
  b = std::move(a);
}
