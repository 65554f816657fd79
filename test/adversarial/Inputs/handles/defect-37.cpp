// helper gives up: detach hidden in helpers, visitor, algorithm
#include <algorithm>
#include <functional>
#include <map>
#include <thread>
#include <vector>
void w() noexcept;
static void release(std::thread &&t) { t.detach(); } // EXPECT: detached-thread
void a() { release(std::thread(w)); }
void b() {
  std::vector<std::thread> v;
  v.emplace_back(w);
  for (auto &t : v)
    t.detach(); // EXPECT: detached-thread
}
void c() {
  std::vector<std::thread> v;
  v.emplace_back(w);
  std::for_each(v.begin(), v.end(), std::mem_fn(&std::thread::detach)); // EXPECT: detached-thread
}
void d() {
  std::map<int, std::thread> m;
  m.emplace(1, w);
  m.begin()->second.detach(); // EXPECT: detached-thread
}
void e() {
  std::jthread t(w);
  (&t)->detach(); // EXPECT: detached-thread
}
struct Wrap {
  std::thread t;
  void let_go() { t.detach(); } // EXPECT: detached-thread
};
void f() {
  Wrap x{std::thread(w)};
  x.let_go();
}
void g() {
  std::thread t(w);
  t.detach(); // EXPECT: detached-thread
}
