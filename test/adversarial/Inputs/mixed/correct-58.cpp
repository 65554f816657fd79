#include <atomic>
#include <chrono>
#include <future>
using namespace std::chrono_literals;
int f() {
  std::atomic<bool> stop{false};
  auto fu = std::async(std::launch::async, [&stop] {
    int n = 0;
    while (!stop)
      ++n;
    return n;
  });
  if (fu.wait_for(50ms) != std::future_status::ready)
    stop = true;
  return fu.get();
}
int main() { return f(); }
