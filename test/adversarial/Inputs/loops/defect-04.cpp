#include <latch>
#include <thread>
#include <vector>
int main(int argc, char **) {
  std::latch done(3);
  std::vector<std::jthread> ts;
  for (int i = 0; i < 3; ++i)
    ts.emplace_back([&done, i, argc] {
      if (i == argc)
        return;
      done.count_down(); // EXPECT: skippable-completion
    });
  done.wait();
}
