// Task a_ sets aDone_ as its last act and is joined first, so b_ ends before its
// join.
#include <atomic>
#include <thread>
class D {
  std::atomic<bool> aDone_{false}, stop_{false};
  std::thread a_{[this] {
    while (!stop_)
      std::this_thread::yield();
    aDone_ = true;
  }};
  std::thread b_{[this] {
    while (!aDone_)
      std::this_thread::yield();
  }};

public:
  ~D() {
    stop_ = true;
    a_.join();
    b_.join();
  }
};
int main() { D d; }
