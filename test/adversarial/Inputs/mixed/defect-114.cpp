// promise moved into thread, future dropped
#include <future>
#include <thread>
static void w(std::promise<int> p) { p.set_value(1); }
void a() {
  std::promise<int> p;
  std::jthread t(w, std::move(p)); // EXPECT: unowned-future
}
