// state enum, two flags, detach-or-join policy by config is a detach ->
// avoided; vector<pair>, index; sentinel
#include <cassert>
#include <deque>
#include <mutex>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>
void w(int) noexcept;
class Sm {
  enum class St { Idle, Running, Stopped } st_ = St::Idle;
  std::thread th_;

public:
  void start() {
    if (st_ == St::Running)
      return;
    th_ = std::thread(w, 1);
    st_ = St::Running;
  }
  void stop() {
    if (st_ != St::Running)
      return;
    th_.join();
    st_ = St::Stopped;
  }
  ~Sm() { stop(); }
};
class ById {
  std::unordered_map<int, std::thread> ts_;
  int next_ = 0;

public:
  int spawn() {
    int id = next_++;
    auto [it, ins] = ts_.emplace(id, std::thread(w, id));
    assert(ins);
    return it->first;
  }
  bool join(int id) {
    auto it = ts_.find(id);
    if (it == ts_.end())
      return false;
    std::thread t = std::move(it->second);
    ts_.erase(it);
    t.join();
    return true;
  }
  ~ById() {
    for (auto &kv : ts_)
      kv.second.join();
  }
};
void a() {
  std::vector<std::pair<int, std::thread>> v;
  for (int i = 0; i < 3; ++i)
    v.emplace_back(i, std::thread(w, i));
  for (auto &[i, t] : v) {
    w(i);
    t.join();
  }
}
void b() {
  std::deque<std::thread> q;
  for (int i = 0; i < 10; ++i) {
    if (q.size() >= 4) {
      q.front().join();
      q.pop_front();
    }
    q.emplace_back(w, i);
  }
  while (!q.empty()) {
    q.front().join();
    q.pop_front();
  }
}
void c() {
  std::vector<std::tuple<int, std::thread, bool>> v;
  v.emplace_back(1, std::thread(w, 1), true);
  for (auto &t : v)
    std::get<std::thread>(t).join();
}
void d(unsigned n) {
  std::vector<std::thread> v(n);
  for (auto &t : v)
    t = std::thread(w, 1);
  for (size_t i = v.size(); i-- > 0;)
    v[i].join();
}
void e(unsigned n) {
  auto *v = new std::thread[n];
  for (unsigned i = 0; i < n; ++i)
    v[i] = std::thread(w, (int)i);
  for (unsigned i = 0; i < n; ++i)
    v[i].join();
  delete[] v;
}
void f(bool twice) {
  std::thread a(w, 1), b;
  if (twice)
    b = std::thread(w, 2);
  a.join();
  if (twice)
    b.join();
}
void g(int mode) {
  std::thread a;
  bool started = false;
  if (mode == 1) {
    a = std::thread(w, 1);
    started = true;
  } else if (mode == 2) {
    a = std::thread(w, 2);
    started = true;
  }
  w(3);
  if (!started)
    return;
  a.join();
}
