// task joins its own handle
#include <thread>
class S {
  std::thread t_;
  void loop() {
    if (t_.joinable())
      t_.join(); // EXPECT: repeated-join
  }

public:
  void start() { t_ = std::thread(&S::loop, this); }
  ~S() {
    if (t_.joinable())
      t_.join();
  }
};
int main() {
  S s;
  s.start();
}
