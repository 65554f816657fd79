#include <ranges>
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> a;
  for (int i = 0; i < 3; ++i)
    a.emplace_back([] {});
  for (auto &t : a | std::views::filter([](auto &t) { return t.joinable(); }))
    t.join();
  std::vector<std::thread> b;
  for (int i = 0; i < 3; ++i)
    b.emplace_back([] {});
  for (auto &t : std::views::reverse(b))
    t.join();
  std::vector<std::thread> c;
  for (int i : std::views::iota(0, 4))
    c.emplace_back([i] { (void)i; });
  for (auto &t : std::ranges::ref_view(c))
    t.join();
}
