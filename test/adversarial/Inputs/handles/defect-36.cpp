#include <memory>
#include <optional>
#include <thread>
#include <vector>
void w() noexcept;
void a() {
  std::vector<std::thread> v;
  v.emplace_back(w);
  for (auto &t : v)
    t.join();
  for (auto &t : v)
    t.join(); // EXPECT: repeated-join
}
void b() {
  std::thread t;
  t.join(); // EXPECT: repeated-join
}
void c(bool x) {
  std::thread t(w);
  if (x)
    t.join();
  t.join(); // EXPECT: repeated-join
}
void d() {
  std::optional<std::thread> o(w);
  o->join();
  o->join(); // EXPECT: repeated-join
}
void e() {
  auto p = std::make_unique<std::thread>(w);
  auto &r = *p;
  r.join();
  p->join(); // EXPECT: repeated-join
}
static void fin(std::thread &t) { t.join(); }
void f() {
  std::thread t(w);
  fin(t);
  t.join(); // EXPECT: repeated-join
}
void g() {
  std::vector<std::thread> v;
  std::thread t(w);
  v.push_back(std::move(t));
  t.join(); // EXPECT: repeated-join
  v.back().join();
}
void h() {
  std::thread t(w);
  std::thread &r = t;
  r.detach(); // EXPECT: detached-thread
  if (t.joinable())
    t.join();
  t.join(); // EXPECT: repeated-join
}
