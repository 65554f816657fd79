// observer: callback stored by ref-capturing lambda and run by a detached
// thread
#include <functional>
#include <thread>
void start(int n) {
  int local = n;
  std::thread t([&local] { ++local; }); // EXPECT: dangling-capture
  t.detach(); // EXPECT: detached-thread
}
