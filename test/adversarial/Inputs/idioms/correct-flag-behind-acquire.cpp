// The plain flag is published by req_.release() and read after req_.acquire()
// in every round; it cannot be hoisted over an acquire.
#include <semaphore>
#include <thread>
class R {
  bool quit_ = false;
  std::binary_semaphore req_{0};
  int n_ = 0;
  std::thread t_{[this] {
    while (true) {
      req_.acquire();
      if (quit_)
        break;
      ++n_;
    }
  }};

public:
  void call() { req_.release(); }
  ~R() {
    quit_ = true;
    req_.release();
    t_.join();
  }
};
int main() { R r; }
