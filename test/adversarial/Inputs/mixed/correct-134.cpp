// scoped_lock + std::async overlapping void tasks; deferred; chained get; async
// in ternary and return
#include <future>
#include <numeric>
#include <vector>
static long sum(const std::vector<int> &v, std::size_t a, std::size_t b) {
  if (b - a < 100)
    return std::accumulate(v.begin() + static_cast<long>(a),
                           v.begin() + static_cast<long>(b), 0L);
  auto mid = a + (b - a) / 2;
  auto l = std::async(std::launch::async, sum, std::cref(v), a, mid);
  auto r = sum(v, mid, b);
  return l.get() + r;
}
static std::future<long> go(const std::vector<int> &v, bool par) {
  return par ? std::async(std::launch::async, sum, std::cref(v), std::size_t{0},
                          v.size())
             : std::async(std::launch::deferred, sum, std::cref(v),
                          std::size_t{0}, v.size());
}
int main() {
  std::vector<int> v(1000, 1);
  auto bg = std::async(std::launch::async, [&v] {
    for (auto &x : v)
      (void)x;
  });
  long s = sum(v, 0, v.size()) + go(v, true).get() + go(v, false).get();
  std::async(std::launch::async, [] {}).wait();
  return s == 3000 ? 0 : 1;
}
