#include <memory>
#include <thread>
void w();
void f() {
  auto p = std::make_unique<std::thread>(w);
  p->detach(); // EXPECT: detached-thread
}
