// promise: a path neither fulfils nor drops it (shared by waiter frame)
#include <future>
#include <thread>
int run(int n) {
  std::promise<int> p;
  auto f = p.get_future();
  std::jthread t([&p, n] {
    if (n < 0)
      return;
    p.set_value(n); // EXPECT: skippable-completion
  });
  return f.get();
}
