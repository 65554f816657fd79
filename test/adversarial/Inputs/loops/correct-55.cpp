// each early return counts down itself; initial permits are taken by tasks
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>
static bool even(int i) { return i % 2 == 0; }
int main() {
  std::latch l(6);
  std::counting_semaphore<2> gate(2);
  std::vector<std::thread> v;
  for (int i = 0; i < 5; ++i)
    v.emplace_back([&, i] {
      gate.acquire();
      if (even(i)) {
        gate.release();
        l.count_down();
        return;
      }
      gate.release();
      l.count_down();
    });
  l.arrive_and_wait();
  for (auto &t : v)
    t.join();
}
