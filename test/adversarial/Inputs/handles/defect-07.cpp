#include <thread>
#include <utility>
void w();
void f() {
  std::thread a(w);
  std::thread b = std::move(a);
  a.join(); // EXPECT: repeated-join
  b.join();
}
