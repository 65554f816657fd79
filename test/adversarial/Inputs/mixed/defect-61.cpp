#include <thread>
template <class F> std::thread make(F f) { return std::thread(f); }
void go() {
  auto t = make([] {}); // EXPECT: unjoined-thread
}
