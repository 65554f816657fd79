// flag remembering started thread, stop() from dtor, exchange
#include <atomic>
#include <thread>
#include <utility>
class Poller {
public:
  ~Poller() { stop(); }
  void start() {
    if (started_)
      return;
    quit_ = false;
    thread_ = std::thread([this] { run(); });
    started_ = true;
  }
  void stop() {
    quit_ = true;
    if (std::exchange(started_, false))
      thread_.join();
  }

private:
  void run() {
    while (!quit_) {
      ++ticks_;
      std::this_thread::yield();
    }
  }
  std::atomic<bool> quit_{false};
  std::atomic<int> ticks_{0};
  std::thread thread_;
  bool started_ = false;
};
int main() {
  Poller p;
  p.start();
  p.stop();
}
