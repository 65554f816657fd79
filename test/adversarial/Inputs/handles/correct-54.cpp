// futures: get via wait_all helper, pass by rvalue to unseen, ranges,
// packaged_task queue, promise in struct
#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
int c(int);
void sink(std::future<int>);
std::vector<std::future<int>> g_pending;
template <class... F> void waitAll(F &...f) { (f.wait(), ...); }
void a() {
  auto x = std::async(std::launch::async, c, 1);
  auto y = std::async(std::launch::async, c, 2);
  waitAll(x, y);
  (void)(x.get() + y.get());
}
void b() { sink(std::async(std::launch::async, c, 1)); }
void d() { g_pending.emplace_back(std::async(std::launch::async, c, 3)); }
class Pool {
  std::mutex m_;
  std::deque<std::function<void()>> q_;

public:
  template <class F> auto submit(F f) -> std::future<decltype(f())> {
    auto task =
        std::make_shared<std::packaged_task<decltype(f())()>>(std::move(f));
    auto fut = task->get_future();
    std::lock_guard lk(m_);
    q_.emplace_back([task] { (*task)(); });
    return fut;
  }
  void drain() {
    std::lock_guard lk(m_);
    for (auto &f : q_)
      f();
    q_.clear();
  }
};
void e() {
  Pool p;
  auto f = p.submit([] { return 1; });
  p.submit([] { return 2; });
  p.drain();
  f.get();
}
struct Req {
  int id;
  std::promise<int> reply;
};
int f(std::deque<Req> &q) {
  Req r{1, {}};
  auto fut = r.reply.get_future();
  q.push_back(std::move(r));
  return fut.wait_for(std::chrono::seconds(1)) == std::future_status::ready
             ? fut.get()
             : -1;
}
void g() {
  std::future<void> overlap = std::async(std::launch::async, []() noexcept {});
  c(1);
}
int h() {
  std::vector<std::future<int>> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back(std::async(std::launch::async, c, i));
  int s = 0;
  for (auto &&f : v)
    s += f.get();
  return s;
}
int i() {
  std::shared_future<int> sf = std::async(std::launch::async, c, 1);
  std::jthread t([sf] { (void)sf.get(); });
  return sf.get();
}
int j() {
  std::promise<int> p;
  std::future<int> f = p.get_future();
  std::jthread t([&p] { p.set_value(1); });
  return f.get();
}
bool k() { return std::async(std::launch::async, c, 1).get() > 0; }
int l(bool q) {
  auto f = std::async(std::launch::async, c, 1);
  if (q) {
    f.wait();
    return 0;
  }
  return f.get();
}
