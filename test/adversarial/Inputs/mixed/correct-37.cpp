// variant/optional of handles
#include <future>
#include <optional>
#include <thread>
#include <variant>
struct Runner {
  std::optional<std::thread> t;
  void start() {
    if (!t)
      t.emplace([] {});
  }
  ~Runner() {
    if (t && t->joinable())
      t->join();
  }
};
int run(bool as) {
  std::variant<std::monostate, std::thread, std::future<int>> v;
  if (as)
    v = std::async(std::launch::async, [] { return 1; });
  else
    v = std::thread([] {});
  int r = 0;
  if (auto *t = std::get_if<std::thread>(&v))
    t->join();
  else if (auto *f = std::get_if<std::future<int>>(&v))
    r = f->get();
  return r;
}
int visitIt() {
  std::variant<std::thread, std::jthread> v{std::in_place_index<0>, [] {}};
  std::visit(
      [](auto &t) {
        if (t.joinable())
          t.join();
      },
      v);
  return 0;
}
int main() {
  Runner r;
  r.start();
  return run(true) + run(false) + visitIt();
}
