#include <thread>
#include <variant>
template <class... Ts> struct ov : Ts... {
  using Ts::operator()...;
};
void f() {
  std::variant<std::monostate, std::thread> v;
  v.emplace<std::thread>([] {});
  std::visit(ov{[](std::monostate) {}, [](std::thread &t) { t.join(); }}, v);
}
void g() {
  std::variant<std::monostate, std::thread> v = std::thread([] {});
  if (std::holds_alternative<std::thread>(v))
    std::get<std::thread>(v).join();
}
int main() {
  f();
  g();
}
