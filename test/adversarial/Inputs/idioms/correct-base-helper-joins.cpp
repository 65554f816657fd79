// Active's destructor is protected, so it is only ever destroyed as part of a
// Reader, and ~Reader stops and joins through the base's helper end().
#include <atomic>
#include <thread>
class Active {
  std::thread t_;
  std::atomic<bool> stop_{false};

protected:
  void begin() {
    t_ = std::thread([this] {
      while (!stop_)
        std::this_thread::yield();
    });
  }
  void end() {
    if (!t_.joinable())
      return;
    stop_ = true;
    t_.join();
  }
  ~Active() = default;
};
class Reader final : Active {
public:
  Reader() { begin(); }
  ~Reader() { end(); }
};
int main() { Reader r; }
