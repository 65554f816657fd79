// plain bool member, set from outside without lock
#include <thread>
class Spin {
  bool stop_ = false;
  unsigned long n_ = 0;
  std::thread t_;
  void loop() {
    do { // EXPECT: unstoppable-worker
      ++n_;
    } while (!stop_);
  }

public:
  Spin() : t_(&Spin::loop, this) {}
  ~Spin() {
    stop_ = true;
    t_.join();
  }
};
int main() { Spin s; }
