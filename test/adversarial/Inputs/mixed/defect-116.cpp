// worker pool wrapper: captured this in detached lambda, of an automatic
// object's helper
#include <thread>
struct A {
  int n = 0;
  void run() {
    std::thread([this] { ++n; }).detach(); // EXPECT: detached-thread
  }
};
