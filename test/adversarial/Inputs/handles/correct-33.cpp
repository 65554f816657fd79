// producer/consumer local, two threads, initializer + move into vector, nested
// lambda join
#include <thread>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>
void w() noexcept;
template <class... F> auto runAll(F... f) {
  std::vector<std::thread> v;
  (v.emplace_back(std::move(f)), ...);
  return v;
}
void joinAll(std::vector<std::thread> v) {
  for (std::thread &t : v)
    t.join();
}
struct Par {
  template <class A, class B> static void run(A a, B b) {
    std::thread t(std::ref(a));
    struct J {
      std::thread &t;
      ~J() { t.join(); }
    } j{t};
    b();
  }
};
int main() {
  joinAll(runAll(w, w, w));
  Par::run([] {}, [] {});
  auto tup = std::make_tuple(std::thread(w), std::thread(w));
  auto &[a, b] = tup;
  a.join();
  b.join();
  std::pair<std::thread, int> p{std::thread(w), 3};
  p.first.join();
  std::variant<std::monostate, std::thread> v;
  v = std::thread(w);
  if (auto *t = std::get_if<std::thread>(&v))
    t->join();
}
