// a statistics counter is no wait group (nobody waits for zero)
#include <atomic>
#include <iostream>
#include <thread>
#include <vector>
static std::atomic<int> inflight{0}, peak{0};
static void request() {
  int now = ++inflight;
  int p = peak.load();
  while (now > p && !peak.compare_exchange_weak(p, now)) {
  }
  --inflight;
}
int main() {
  std::vector<std::thread> v;
  for (int i = 0; i < 8; ++i)
    v.emplace_back(request);
  for (auto &t : v)
    t.join();
  std::cout << peak << "\n";
}
