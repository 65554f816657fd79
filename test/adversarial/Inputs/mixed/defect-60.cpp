#include <thread>
std::thread make() {
  return std::thread([] {});
}
void go() { make(); } // EXPECT: unjoined-thread
