// move-assign wrapper over a running member started by the constructor
#include <thread>
class R {
  std::thread t_; // EXPECT: unjoined-thread

public:
  R() {
    t_ = std::thread([] {});
  }
  void restart() {
    t_ = std::thread([] {});
  }
  ~R() {
    if (t_.joinable())
      t_.join();
  }
};
int main() {
  R r;
  r.restart();
}
