// nested lambdas & conditional start with default-constructed handle, ternary, aliases, references
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>
void w(int) noexcept;
bool cond();
using Thread = std::thread;
template <class T> using Vec = std::vector<T>;
void a() {
  Thread t = cond() ? Thread(w, 1) : Thread();
  if (t.joinable()) t.join();
}
void b() {
  std::optional<Thread> o = cond() ? std::make_optional<Thread>(w, 1) : std::nullopt;
  if (o.has_value()) o->join();
}
void c() {
  Vec<Thread> v;
  auto add = [&v](auto f, int i) -> Thread & { return v.emplace_back(f, i); };
  Thread &last = add(w, 1);
  add(w, 2);
  (void)last;
  auto joinAll = [&] { for (auto &&t : v) t.join(); };
  joinAll();
}
void d() {
  Thread t1{w, 1}, t2;
  for (Thread *p : {&t1, &t2})
    if (p->joinable()) p->join();
}
void e() {
  std::array<std::optional<Thread>, 2> slots;
  slots[1].emplace(w, 3);
  for (auto &s : slots)
    if (s) { s->join(); s.reset(); }
}
void f() {
  Vec<std::reference_wrapper<Thread>> refs;
  Thread t(w, 1);
  refs.push_back(t);
  for (Thread &r : refs) r.join();
}
Thread g(bool wantHandle) {
  Thread t(w, 1);
  if (!wantHandle) { t.join(); return {}; }
  return t;
}
void h() {
  if (Thread t = g(true); t.joinable()) t.join();
}
void i() {
  Thread t(w, 1);
  [t = std::move(t)]() mutable { t.join(); }();
}
void j() {
  struct Local { Thread t{w, 2}; ~Local() { t.join(); } } l;
  if (cond()) return;
  w(3);
}
void k() {
  auto t = std::make_shared<Thread>(w, 1);
  std::shared_ptr<Thread> joiner(static_cast<Thread *>(nullptr), [t](auto *) { t->join(); });
  if (cond()) return;
  w(1);
}
void l() {
  std::unique_ptr<Thread, void (*)(Thread *)> p(new Thread(w, 1), [](Thread *t) { t->join(); delete t; });
  if (cond()) return;
  w(2);
}
