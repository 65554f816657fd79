// struct of handle + promise; helper takes reference; returned aggregate
#include <future>
#include <memory>
#include <thread>
struct Task {
  std::thread th;
  std::shared_ptr<std::promise<int>> p;
};
static Task begin(int x) {
  auto p = std::make_shared<std::promise<int>>();
  Task t{std::thread([p, x]() noexcept { p->set_value(x); }), p};
  return t;
}
static int finish(Task &t) {
  int v = t.p->get_future().get();
  t.th.join();
  return v;
}
int main() {
  Task t = begin(4);
  auto &alias = t;
  return finish(alias) - 4;
}
