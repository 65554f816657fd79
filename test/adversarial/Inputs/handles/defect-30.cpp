#include <thread>
#include <utility>
void w();
class Owner {
  std::thread t_;

public:
  Owner() : t_(w) {}
  void giveUp() {
    t_.detach(); // reported as detach only // EXPECT: detached-thread
    t_.join(); // EXPECT: repeated-join
  }
  ~Owner() {
    if (t_.joinable())
      t_.join();
  }
};
void dtwice() {
  std::thread t(w);
  t.join();
  t.detach(); // EXPECT: repeated-join
}
