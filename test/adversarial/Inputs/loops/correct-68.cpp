// parallel_for helper template: shared error, chunk threads, joiner guard,
// rethrow on caller
#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>
class JoinAll {
  std::vector<std::thread> &v_;

public:
  explicit JoinAll(std::vector<std::thread> &v) : v_(v) {}
  ~JoinAll() {
    for (auto &t : v_)
      if (t.joinable())
        t.join();
  }
};
template <class F> void parallel_for(std::size_t n, F f) {
  std::exception_ptr first;
  std::mutex m;
  {
    std::vector<std::thread> ts;
    JoinAll guard(ts);
    const auto hw = std::max(1u, std::thread::hardware_concurrency());
    const std::size_t step = (n + hw - 1) / hw;
    for (std::size_t b = 0; b < n; b += step)
      ts.emplace_back([&, b] {
        try {
          for (std::size_t i = b; i < std::min(n, b + step); ++i)
            f(i);
        } catch (...) {
          std::lock_guard<std::mutex> l(m);
          if (!first)
            first = std::current_exception();
        }
      });
  }
  if (first)
    std::rethrow_exception(first);
}
int main() {
  std::vector<int> v(10);
  try {
    parallel_for(v.size(), [&](std::size_t i) { v.at(i) = 1; });
  } catch (const std::exception &) {
    return 1;
  }
}
