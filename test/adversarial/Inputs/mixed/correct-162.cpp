#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>
// a: sink methods and forwarding
class Own {
  std::vector<std::thread> v_;

public:
  void sinkR(std::thread &&t) { v_.push_back(std::move(t)); }
  void sinkV(std::thread t) { v_.emplace_back(std::move(t)); }
  template <class T> void sinkF(T &&t) { v_.push_back(std::forward<T>(t)); }
  ~Own() {
    for (auto &t : v_)
      if (t.joinable())
        t.join();
  }
};
static std::thread pass(std::thread t) { return t; }
static std::unique_ptr<std::thread> box(std::thread &&t) {
  return std::make_unique<std::thread>(std::move(t));
}
int main() {
  Own o;
  std::thread a([] {}), b([] {}), c([] {}), d([] {}), e([] {});
  o.sinkR(std::move(a));
  o.sinkV(std::move(b));
  o.sinkF(std::move(c));
  auto d2 = pass(std::move(d));
  d2.join();
  auto bx = box(std::move(e));
  bx->join();
  std::thread f([] {});
  auto fin = [t = std::move(f)]() mutable { t.join(); };
  fin();
}
