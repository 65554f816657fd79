#include <chrono>
#include <future>
#include <optional>
int compute();
std::optional<int> f() {
  using namespace std::chrono_literals;
  std::future<int> fut = std::async(std::launch::async, compute);
  const auto st = fut.wait_until(std::chrono::steady_clock::now() + 50ms); // EXPECT: unowned-future
  switch (st) {
  case std::future_status::ready:
    return fut.get();
  default:
    return std::nullopt;
  }
}
