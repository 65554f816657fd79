// async timeout that cannot work, through a helper that makes the future
#include <chrono>
#include <future>
#include <optional>
static std::future<int> slow() {
  return std::async(std::launch::async, [] {
    int s = 0;
    for (int i = 0; i < 1000000; ++i)
      s ^= i;
    return s;
  });
}
std::optional<int> get() {
  auto f = slow();
  if (f.wait_for(std::chrono::milliseconds(5)) == std::future_status::timeout) // EXPECT: unowned-future
    return std::nullopt;
  return f.get();
}
