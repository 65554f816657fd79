// static singletons with explicit stop registered by atexit; local static
// holder with joining dtor
#include <atomic>
#include <cstdlib>
#include <thread>
class Logger {
  std::atomic<bool> on{true};
  std::thread t{[this] {
    while (on)
      std::this_thread::yield();
  }};
  Logger() = default;

public:
  static Logger &get() {
    static Logger l;
    return l;
  }
  ~Logger() {
    on = false;
    t.join();
  }
  void log() {}
};
static std::atomic<bool> hbOn{true};
static std::thread hb;
static void hbStop() {
  hbOn = false;
  if (hb.joinable())
    hb.join();
}
int main() {
  hb = std::thread([] {
    while (hbOn)
      std::this_thread::yield();
  });
  std::atexit(hbStop);
  Logger::get().log();
}
