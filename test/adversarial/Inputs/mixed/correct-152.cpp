// timed wait in loop until ready, shared state
#include <chrono>
#include <cstdio>
#include <future>
using namespace std::chrono_literals;
int main() {
  auto f = std::async(std::launch::async, [] {
    int n = 0;
    for (int i = 0; i < 100; ++i)
      n += i;
    return n;
  });
  while (f.wait_for(10ms) != std::future_status::ready)
    std::puts(".");
  std::future_status st;
  auto g = std::async(std::launch::async, [] { return 1; });
  do {
    st = g.wait_for(1ms);
  } while (st != std::future_status::ready);
  return f.get() + g.get();
}
