// async pipeline; futures in map / optional / members; continuation chain moves
// future into next
#include <future>
#include <map>
#include <optional>
#include <string>
#include <utility>
struct _unused;
int parse(std::string);
std::string readFile(std::string);
void f() {
  auto a = std::async(std::launch::async, readFile, std::string("x"));
  auto b = std::async(std::launch::async,
                      [a = std::move(a)]() mutable { return parse(a.get()); });
  (void)b.get();
}
class Prefetch {
  std::map<std::string, std::future<std::string>> m_;
  std::optional<std::future<int>> o_;

public:
  void want(const std::string &k) {
    if (m_.count(k) == 0)
      m_.emplace(k, std::async(std::launch::async, readFile, k));
  }
  std::string get(const std::string &k) {
    auto n = m_.extract(k);
    return n ? n.mapped().get() : std::string();
  }
  void once() {
    if (!o_)
      o_ = std::async(std::launch::async, parse, std::string("1"));
  }
  int take() { return o_ ? std::exchange(o_, std::nullopt)->get() : 0; }
};
int g(bool c) {
  std::future<int> f;
  if (c)
    f = std::async(std::launch::async, parse, std::string("2"));
  return f.valid() ? f.get() : 0;
}
int h() {
  auto f = std::async(std::launch::async, parse, std::string("2"));
  while (f.wait_for(std::chrono::milliseconds(5)) ==
         std::future_status::timeout)
    readFile("spin");
  return f.get();
}
int i() {
  auto f = std::async(std::launch::async, parse, std::string("3"));
  if (f.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
    readFile("slow; still waiting");
  return f.get();
}
