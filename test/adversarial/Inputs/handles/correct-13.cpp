// timed wait; on timeout ask to stop, then wait
#include <atomic>
#include <chrono>
#include <future>
#include <optional>
std::optional<int> tryCompute() {
  std::atomic<bool> stop{false};
  auto f = std::async(std::launch::async, [&stop] {
    int n = 0;
    while (!stop.load() && n < 1000000)
      ++n;
    return n;
  });
  if (f.wait_for(std::chrono::seconds(1)) != std::future_status::ready) {
    stop = true;
    f.wait();
    return std::nullopt;
  }
  return f.get();
}
