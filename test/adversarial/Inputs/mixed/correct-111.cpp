// variadic helper joins; fold; initializer-list refs; lambda joiner;
// reference_wrapper vector
#include <functional>
#include <initializer_list>
#include <thread>
#include <vector>
template <class... T> void joinAll(T &...t) { (t.join(), ...); }
static void
joinThem(std::initializer_list<std::reference_wrapper<std::thread>> l) {
  for (std::thread &t : l)
    t.join();
}
static void joinIt(std::thread &&t) { t.join(); }
static void take(std::thread t) { t.join(); }
int main() {
  std::thread a([] {}), b([] {}), c([] {}), d([] {}), e([] {}), f([] {}),
      g([] {}), h([] {});
  joinAll(a, b);
  joinThem({c, d});
  joinIt(std::move(e));
  take(std::move(f));
  auto j = [](std::thread &t) {
    if (t.joinable())
      t.join();
  };
  j(g);
  std::vector<std::reference_wrapper<std::thread>> v{h};
  for (auto &r : v)
    r.get().join();
}
