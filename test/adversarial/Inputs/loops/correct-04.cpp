// fan-out with std::latch; count_down on every path by RAII
#include <latch>
#include <thread>
#include <vector>
struct CountDown {
  std::latch &l;
  ~CountDown() { l.count_down(); }
};
static int work(int i) { return i * i; }
int main() {
  constexpr int n = 8;
  std::latch done(n);
  std::vector<int> out(n);
  std::vector<std::jthread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back([&, i] {
      CountDown cd{done};
      if (i % 2)
        return;
      out[i] = work(i);
    });
  done.wait();
  int s = 0;
  for (int v : out)
    s += v;
  return s == 0;
}
