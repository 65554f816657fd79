// by-ref captures with async, all waited in frame; std::tie, get in try/catch
#include <future>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>
std::pair<int, std::string> both(const std::string &s) {
  std::string upper;
  auto len = std::async(std::launch::async, [&s] { return (int)s.size(); });
  auto up = std::async(std::launch::async, [&] { upper = s + "!"; });
  int n = 0;
  try {
    n = len.get();
  } catch (const std::exception &) {
    n = -1;
  }
  up.wait();
  return {n, upper};
}
std::shared_future<int> shared() {
  auto f = std::async(std::launch::async, [] { return 1; }).share();
  return f;
}
void lazy(bool need) {
  auto f = std::async(std::launch::deferred, [] { return 5; });
  if (need)
    (void)f.get();
}
