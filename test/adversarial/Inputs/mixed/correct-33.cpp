// CRTP base that runs derived
#include <atomic>
#include <chrono>
#include <thread>
template <class D> class Runnable {
public:
  void start() {
    stop_ = false;
    t_ = std::thread([this] { static_cast<D *>(this)->loop(); });
  }
  void stop() {
    stop_ = true;
    if (t_.joinable())
      t_.join();
  }

protected:
  ~Runnable() { stop(); }
  bool stopping() const { return stop_.load(std::memory_order_relaxed); }

private:
  std::atomic<bool> stop_{false};
  std::thread t_;
};
class Ticker : public Runnable<Ticker> {
public:
  ~Ticker() { stop(); }
  void loop() {
    while (!stopping()) {
      ++n_;
      std::this_thread::yield();
    }
  }

private:
  unsigned n_ = 0;
};
int main() {
  Ticker t;
  t.start();
}
