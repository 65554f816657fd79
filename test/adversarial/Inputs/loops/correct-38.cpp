// promise<void> as start gate for many via shared_future
#include <future>
#include <thread>
#include <vector>
int main() {
  std::promise<void> gate;
  std::shared_future<void> open = gate.get_future().share();
  std::vector<std::thread> v;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    v.emplace_back([open, i] {
      open.wait();
      volatile unsigned x = i;
      (void)x;
    });
  gate.set_value();
  for (auto &t : v)
    t.join();
}
