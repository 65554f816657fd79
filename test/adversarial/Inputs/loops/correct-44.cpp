// signal in a catch-all and on the normal path both
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
class Once {
  std::mutex m_;
  std::condition_variable cv_;
  bool ready_ = false, ok_ = false;
  void finish(bool ok) {
    std::lock_guard lk(m_);
    ready_ = true;
    ok_ = ok;
    cv_.notify_all();
  }
  static void init(int v) {
    if (v == 7)
      throw std::logic_error("seven");
  }
  std::thread t_;

public:
  void begin(int v) {
    if (t_.joinable())
      return;
    t_ = std::thread([this, v] {
      try {
        init(v);
        finish(true);
      } catch (...) {
        finish(false);
      }
    });
  }
  bool result() {
    std::unique_lock lk(m_);
    cv_.wait(lk, [this] { return ready_; });
    return ok_;
  }
  ~Once() {
    if (t_.joinable())
      t_.join();
  }
};
int main(int argc, char **) {
  Once o;
  o.begin(argc);
  return o.result() ? 0 : 1;
}
