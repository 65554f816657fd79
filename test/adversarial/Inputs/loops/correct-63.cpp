// volatile-free flag under a lock; condition reads through accessor
#include <mutex>
#include <thread>
class Engine {
  mutable std::mutex m_;
  bool on_ = true;
  long rev_ = 0;
  std::thread t_;
  bool on() const {
    std::lock_guard<std::mutex> g(m_);
    return on_;
  }

public:
  void start() {
    t_ = std::thread([this] {
      while (on())
        ++rev_;
    });
  }
  void stop() {
    {
      std::lock_guard<std::mutex> g(m_);
      on_ = false;
    }
    if (t_.joinable())
      t_.join();
  }
  ~Engine() { stop(); }
};
int main() {
  Engine e;
  e.start();
  e.stop();
}
