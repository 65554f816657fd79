// BlockingCounter: early return skips DecrementCount
#include <absl/synchronization/blocking_counter.h>
#include <thread>
#include <vector>
bool load(int i);
void all() {
  absl::BlockingCounter bc(4);
  std::vector<std::thread> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back([&bc, i] {
      if (!load(i))
        return;
      bc.DecrementCount(); // EXPECT: skippable-completion
    });
  bc.Wait();
  for (auto &t : v)
    t.join();
}
