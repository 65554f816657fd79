#include <thread>
bool ok();
void w();
void f() {
  auto th = std::thread{&w}; // EXPECT: unjoined-thread
  if (!ok())
    return;
  th.join();
}
