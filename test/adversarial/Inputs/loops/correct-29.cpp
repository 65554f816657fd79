// atomic wait/notify stop with a small state machine; callback service
#include <atomic>
#include <functional>
#include <thread>
class Service {
public:
  explicit Service(std::function<void()> cb) : onKick_(std::move(cb)) {}
  ~Service() { stop(); }
  void start() {
    if (!thr_.joinable())
      thr_ = std::thread([this] { serviceLoop(); });
  }
  void stop() {
    if (!thr_.joinable())
      return;
    state_.store(2);
    state_.notify_all();
    thr_.join();
  }
  void kick() {
    int e = 0;
    if (state_.compare_exchange_strong(e, 1))
      state_.notify_one();
  }

private:
  void serviceLoop() {
    for (;;) {
      state_.wait(0);
      int s = state_.load();
      if (s == 2)
        return;
      onKick_();
      state_.compare_exchange_strong(s, 0);
    }
  }
  std::atomic<int> state_{0};
  std::function<void()> onKick_;
  std::thread thr_;
};
int main() {
  int n = 0;
  Service c([&n] { ++n; });
  c.start();
  c.kick();
}
