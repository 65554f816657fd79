// lazily started single worker, restart joins old one first; cancel via
// stop_source shared
#include <functional>
#include <stop_token>
#include <thread>
class Re {
  std::thread t_;
  std::stop_source s_;

public:
  void restart(std::function<void(std::stop_token)> f) {
    halt();
    s_ = std::stop_source();
    t_ = std::thread([f = std::move(f), tok = s_.get_token()] { f(tok); });
  }
  void halt() {
    s_.request_stop();
    if (t_.joinable())
      t_.join();
  }
  ~Re() { halt(); }
};
int main() {
  Re r;
  for (int i = 0; i < 3; ++i)
    r.restart([](std::stop_token s) {
      while (!s.stop_requested())
        std::this_thread::yield();
    });
}
