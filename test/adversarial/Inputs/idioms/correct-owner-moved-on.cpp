// The unique_ptr is moved into the task itself, or into a member that outlives
// the joined threads; the raw pointer names the heap object, which moves
// nowhere.
#include <memory>
#include <thread>
#include <vector>
struct Arg {
  int v;
};
struct A {
  std::vector<std::unique_ptr<Arg>> keep;
  std::vector<std::thread> ts;
  void into_task() {
    auto a = std::make_unique<Arg>(1);
    auto *r = a.get();
    ts.emplace_back([r, k = std::move(a)] { r->v++; });
  }
  void kept_before() {
    auto a = std::make_unique<Arg>(1);
    auto &r = *a;
    keep.push_back(std::move(a));
    ts.emplace_back([&r] { r.v++; });
  }
  void kept_after() {
    auto a = std::make_unique<Arg>(1);
    ts.emplace_back([](Arg *r) { r->v++; }, a.get());
    keep.push_back(std::move(a));
  }
  ~A() {
    for (auto &t : ts)
      t.join();
  }
};
int main() {
  A a;
  a.into_task();
  a.kept_before();
  a.kept_after();
}
