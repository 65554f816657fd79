// get_id compare, self-join guard, deferred close from callback
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
class Watch {
  std::thread th_;
  std::function<void()> cb_;
  void run() {
    if (cb_)
      cb_();
  }

public:
  explicit Watch(std::function<void()> cb) : cb_(std::move(cb)) {
    th_ = std::thread(&Watch::run, this);
  }
  void close() {
    if (th_.joinable() && th_.get_id() != std::this_thread::get_id())
      th_.join();
  }
  ~Watch() { close(); }
};
class Guarded {
  std::mutex m_;
  std::thread th_;
  bool open_ = true;
  void loop() {
    for (int i = 0; i < 3; ++i)
      if (i == 2)
        stop();
  }

public:
  Guarded() {
    th_ = std::thread([this] { loop(); });
  }
  void stop() {
    {
      std::lock_guard lk(m_);
      open_ = false;
    }
    if (std::this_thread::get_id() == th_.get_id())
      return;
    if (th_.joinable())
      th_.join();
  }
  ~Guarded() { stop(); }
};
void f(std::thread &t) {
  try {
    t.join();
  } catch (const std::system_error &) {
  }
}
void g() {
  std::thread t([] {});
  bool joined = false;
  if (t.joinable()) {
    t.join();
    joined = true;
  }
  if (!joined)
    t.join();
}
int main() {
  Watch w([] {});
  w.close();
  Guarded x;
  x.stop();
}
