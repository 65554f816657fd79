// std::get/holds_alternative, monostate, tuple of threads with apply,
// pair.second
#include <map>
#include <memory>
#include <thread>
#include <tuple>
#include <utility>
int main() {
  std::pair<int, std::thread> p{1, std::thread([] {})};
  p.second.join();
  auto t = std::make_tuple(std::thread([] {}), std::thread([] {}));
  std::apply([](auto &...x) { (x.join(), ...); }, t);
  std::tuple<std::thread, int> u{std::thread([] {}), 2};
  std::get<std::thread>(u).join();
  std::map<int, std::unique_ptr<std::thread>> m;
  m[1] = std::make_unique<std::thread>([] {});
  for (auto &[k, v] : m)
    v->join();
  std::map<int, std::thread> n;
  n.emplace(1, std::thread([] {}));
  if (auto it = n.find(1); it != n.end()) {
    it->second.join();
    n.erase(it);
  }
  auto node = std::thread([] {});
  auto &ref = node;
  auto *ptr = &ref;
  ptr->join();
}
