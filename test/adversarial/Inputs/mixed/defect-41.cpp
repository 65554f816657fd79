// early return skips latch count down
#include <latch>
#include <thread>
#include <vector>
static bool fetch(int i) { return i % 2 == 0; }
int main() {
  std::latch l(4);
  std::vector<std::jthread> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back([&l, i] {
      if (!fetch(i))
        return;
      l.count_down(); // EXPECT: skippable-completion
    });
  l.wait();
}
