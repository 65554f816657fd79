// thread started in try, notified exactly-once callback; barrier completion;
// throw after join
#include <barrier>
#include <stdexcept>
#include <thread>
static void need(bool b) {
  if (!b)
    throw std::runtime_error("need");
}
int run(int n) {
  int hits = 0;
  auto fin = [&hits]() noexcept { ++hits; };
  std::barrier bar(2, fin);
  std::thread t([&bar] {
    for (int i = 0; i < 3; ++i)
      bar.arrive_and_wait();
  });
  for (int i = 0; i < 3; ++i)
    bar.arrive_and_wait();
  t.join();
  need(hits == n);
  return hits;
}
int main() {
  try {
    return run(3) - 3;
  } catch (...) {
    return 1;
  }
}
