// exceptions: function-try-block entry, std::function entry wrapper that
// catches all
#include <cstdio>
#include <exception>
#include <functional>
#include <stdexcept>
#include <thread>
#include <vector>
static void entry(int k) try {
  if (k > 1)
    throw std::runtime_error("k");
} catch (const std::exception &e) {
  std::puts(e.what());
}
template <class F> auto guarded(F f) {
  return [f = std::move(f)]() mutable noexcept {
    try {
      f();
    } catch (...) {
      std::puts("task failed");
    }
  };
}
int main() {
  std::vector<int> v{1, 2, 3};
  std::thread a(entry, 2);
  std::thread b(guarded([v] { std::printf("%d\n", v.at(5)); }));
  a.join();
  b.join();
}
