// pools: unowned future, submit returning async future moved into vector;
// std::move into lambda; continuation helper
#include <future>
#include <memory>
#include <utility>
#include <vector>
template <class F, class G> auto then(std::future<F> f, G g) {
  return std::async(
      std::launch::async,
      [f = std::move(f), g = std::move(g)]() mutable { return g(f.get()); });
}
class Set {
  std::vector<std::future<void>> v_;

public:
  template <class F> void run(F f) {
    v_.push_back(std::async(std::launch::async, std::move(f)));
  }
  void wait() {
    for (auto &f : v_)
      f.get();
    v_.clear();
  }
  ~Set() {
    for (auto &f : v_)
      f.wait();
  }
};
int main() {
  auto r = then(std::async(std::launch::async, [] { return 20; }),
                [](int x) { return x + 1; });
  Set s;
  s.run([] {});
  s.run([] {});
  s.wait();
  auto holder = std::make_unique<std::future<int>>(
      std::async(std::launch::async, [] { return 1; }));
  return r.get() + holder->get();
}
