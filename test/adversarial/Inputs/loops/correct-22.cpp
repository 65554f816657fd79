// future with deadline in main, cooperative stop, then wait
#include <atomic>
#include <chrono>
#include <future>
#include <iostream>
using namespace std::chrono_literals;
int main() {
  std::atomic<bool> cancel{false};
  auto f = std::async(std::launch::async, [&cancel] {
    long n = 0;
    while (!cancel.load())
      ++n;
    return n;
  });
  if (f.wait_for(2s) == std::future_status::timeout)
    cancel = true;
  std::cout << f.get() << '\n';
}
