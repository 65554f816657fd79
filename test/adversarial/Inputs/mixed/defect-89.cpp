// wrapper's jthread outlives local captured: local declared after
#include <mutex>
#include <thread>
#include <vector>
void go() {
  std::vector<int> early;
  std::jthread t;
  std::vector<int> late{1, 2, 3}; // EXPECT: destroyed-before-join
  t = std::jthread([&] {
    for (int x : late)
      early.push_back(x);
  });
}
