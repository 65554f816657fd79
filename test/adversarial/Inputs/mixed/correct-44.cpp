// async timeout: stop asked and then waited
#include <atomic>
#include <chrono>
#include <future>
#include <optional>
using namespace std::chrono_literals;
std::optional<int> f() {
  std::atomic<bool> stop{false};
  auto fu = std::async(std::launch::async, [&stop] {
    int n = 0;
    while (!stop)
      ++n;
    return n;
  });
  if (fu.wait_for(50ms) == std::future_status::ready)
    return fu.get();
  stop = true;
  fu.wait();
  return std::nullopt;
}
int main() { return f() ? 0 : 1; }
