// wrappers started with template method, several instantiations; std::pair
// members; aggregate w/ joining method; reference members
#include <functional>
#include <memory>
#include <thread>
#include <vector>
void w() noexcept;
struct Pair {
  std::thread a, b;
  void join() {
    a.join();
    b.join();
  }
};
Pair mk() { return {std::thread(w), std::thread(w)}; }
void use() {
  Pair p = mk();
  p.join();
}
void use2() {
  auto p = mk();
  auto &[x, y] = p;
  x.join();
  y.join();
}
void use3() {
  auto [x, y] = mk();
  x.join();
  y.join();
}
struct Handle {
  std::thread t;
  bool joinable() const { return t.joinable(); }
  void join() { t.join(); }
};
Handle start(std::function<void()> f) {
  return Handle{std::thread(std::move(f))};
}
void use4() {
  auto h = start([] {});
  if (h.joinable())
    h.join();
}
void use5() {
  std::vector<Handle> hs;
  for (int i = 0; i < 3; ++i)
    hs.push_back(start(w));
  for (auto &h : hs)
    h.join();
}
class Runner {
  std::vector<std::thread> &out_;

public:
  explicit Runner(std::vector<std::thread> &o) : out_(o) {}
  void go() { out_.emplace_back(w); }
};
void use6() {
  std::vector<std::thread> v;
  Runner r(v);
  r.go();
  r.go();
  for (auto &t : v)
    t.join();
}
std::unique_ptr<Pair> heap() {
  auto p = std::make_unique<Pair>();
  p->a = std::thread(w);
  p->b = std::thread(w);
  return p;
}
void use7() {
  auto p = heap();
  p->join();
}
class Lz {
  std::thread t_;
  void ensure() {
    if (!t_.joinable())
      t_ = std::thread(w);
  }

public:
  void a() { ensure(); }
  void b() { ensure(); }
  void restart() {
    finish();
    ensure();
  }
  void finish() {
    if (t_.joinable())
      t_.join();
  }
  ~Lz() { finish(); }
};
