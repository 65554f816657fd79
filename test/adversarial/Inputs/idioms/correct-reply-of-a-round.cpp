// The semaphore rsp_ is a per-request reply, not the end of the task; the early return is
// the requested stop, when no caller waits.
#include <atomic>
#include <semaphore>
#include <thread>
class R {
  std::atomic<bool> quit_{false};
  std::binary_semaphore req_{0}, rsp_{0};
  std::thread t_{[this] {
    for (;;) {
      req_.acquire();
      if (quit_)
        return;
      rsp_.release();
    }
  }};

public:
  void call() {
    req_.release();
    rsp_.acquire();
  }
  ~R() {
    quit_ = true;
    req_.release();
    t_.join();
  }
};
int main() {
  R r;
  r.call();
}
