// future ready path; join in catch; two threads with nested guards through
// unique_ptr<thread, fn ptr> made by helper
#include <functional>
#include <memory>
#include <thread>
static auto guard(std::thread &t) {
  return std::unique_ptr<std::thread, void (*)(std::thread *)>(
      &t, [](std::thread *p) {
        if (p->joinable())
          p->join();
      });
}
template <class F> static auto finally(F f) {
  return std::unique_ptr<void, std::function<void(void *)>>(
      reinterpret_cast<void *>(1), [f](void *) { f(); });
}
int go(int n) {
  std::thread t([] {});
  auto g = guard(t);
  if (n < 0)
    return 1;
  std::thread u([] {});
  auto h = finally([&u] { u.join(); });
  if (n == 0)
    return 2;
  return 3;
}
int main() { return go(1); }
