// ready after a timed wait: get() does not block
#include <atomic>
#include <chrono>
#include <future>
using namespace std::chrono_literals;
int f(int lim) {
  std::atomic<bool> stop{false};
  auto fu = std::async(std::launch::async, [&stop, lim] {
    int n = 0;
    while (!stop && n < lim)
      ++n;
    return n;
  });
  if (fu.wait_for(50ms) == std::future_status::ready)
    return fu.get();
  stop = true;
  return fu.get();
}
int main() { return f(3); }
