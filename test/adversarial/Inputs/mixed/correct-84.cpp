// generator coroutine (no tasks), run in async
#include <coroutine>
#include <future>
#include <utility>
template <class T> struct Gen {
  struct promise_type {
    T v{};
    Gen get_return_object() {
      return Gen{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T x) {
      v = x;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  std::coroutine_handle<promise_type> h;
  explicit Gen(std::coroutine_handle<promise_type> h) : h(h) {}
  Gen(Gen &&o) : h(std::exchange(o.h, {})) {}
  ~Gen() {
    if (h)
      h.destroy();
  }
  bool next() {
    h.resume();
    return !h.done();
  }
};
static Gen<int> nat() {
  for (int i = 0;; ++i)
    co_yield i;
}
int main() {
  auto f = std::async(std::launch::async, [] {
    auto g = nat();
    int s = 0;
    while (g.next() && g.h.promise().v < 10)
      s += g.h.promise().v;
    return s;
  });
  return f.get() == 45 ? 0 : 1;
}
