// ranges and structured bindings
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <ranges>
#include <string>
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> v;
  std::ranges::generate_n(std::back_inserter(v), 3,
                          [] { return std::thread([] {}); });
  std::map<std::string, std::thread> m;
  m.emplace("a", [] {});
  m["b"] = std::thread([] {});
  m.try_emplace("c", [] {});
  std::array<std::thread, 2> a{std::thread([] {}), std::thread([] {})};
  std::ranges::for_each(v, &std::thread::join);
  for (auto &[k, t] : m)
    if (t.joinable())
      t.join();
  for (auto &t : a | std::views::filter(&std::thread::joinable))
    t.join();
  std::vector<std::thread> w;
  std::transform(m.begin(), m.end(), std::back_inserter(w), [](auto &kv) {
    (void)kv;
    return std::thread([] {});
  });
  std::for_each(w.begin(), w.end(), std::mem_fn(&std::thread::join));
  auto [x, y] = std::pair(std::thread([] {}), std::thread([] {}));
  x.join();
  y.join();
}
