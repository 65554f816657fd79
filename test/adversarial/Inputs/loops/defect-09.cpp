#include <atomic>
#include <thread>
#include <vector>
static std::atomic<int> active{0};
int main() {
  std::vector<std::thread> ts;
  for (int i = 0; i < 4; ++i)
    ts.emplace_back([] {
      active.fetch_add(1); // EXPECT: late-count-up
      active.fetch_sub(1);
      active.notify_all();
    });
  while (int n = active.load())
    active.wait(n);
  for (auto &t : ts)
    t.join();
}
