// factory's thread dropped
#include <thread>
template <class F> std::thread makeThread(F &&f) {
  std::thread t(std::forward<F>(f));
  return t;
}
void go() {
  makeThread([] {}); // EXPECT: unjoined-thread
}
