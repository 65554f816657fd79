// virtual run() with base joining in destructor before the flag in derived...
// flag is set after the join
#include <atomic>
#include <thread>
class W {
  std::atomic<bool> stop_{false};
  std::thread t_;

public:
  W()
      : t_([this] {
          while (!stop_)
            std::this_thread::yield();
        }) {}
  ~W() {
    t_.join(); // EXPECT: join-before-stop
    stop_ = true;
  }
};
int main() { W w; }
