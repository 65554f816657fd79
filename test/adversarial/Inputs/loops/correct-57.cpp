// != ready, then cooperative stop, then get
#include <chrono>
#include <future>
#include <stop_token>
int main() {
  std::stop_source src;
  auto f = std::async(std::launch::async, [tok = src.get_token()] {
    int n = 0;
    while (!tok.stop_requested())
      n = (n + 1) % 1000;
    return n;
  });
  if (f.wait_for(std::chrono::seconds(1)) != std::future_status::ready)
    src.request_stop();
  return f.get();
}
