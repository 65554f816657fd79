#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
#include <list>
#include <any>
void w() noexcept;
bool ok();
struct Two {
  std::thread a; // EXPECT: unjoined-thread
  std::thread b;
  Two() : a(w), b(w) {}
  ~Two() { b.join(); }
};
class Svc {
  std::unique_ptr<std::thread> t_; // EXPECT: unjoined-thread
public:
  void start() { t_ = std::make_unique<std::thread>(w); }
  ~Svc() { if (t_) t_.reset(); }
};
void any(std::any a) {
  std::thread t(w); // EXPECT: unjoined-thread
  int n = std::any_cast<int>(a);
  (void)n;
  t.join();
}
void stoi(const std::string &s) {
  std::list<std::thread> l; // EXPECT: unjoined-thread
  l.emplace_back(w);
  int n = std::stoi(s);
  (void)n;
  for (auto &t : l) t.join();
}
int sw(int m) {
  std::thread t(w); // EXPECT: unjoined-thread
  switch (m) {
  case 0: t.join(); return 0;
  case 1: t.join(); break;
  default: break;
  }
  return 1;
}
void loopc(int n) {
  for (int i = 0; i < n; ++i) {
    std::thread t{w}; // EXPECT: unjoined-thread
    if (i % 2) continue;
    t.join();
  }
}
void eraser(std::vector<std::thread> &out) {
  std::vector<std::thread> v; // EXPECT: unjoined-thread
  v.emplace_back(w);
  if (ok()) v.clear();
  for (auto &t : v) out.push_back(std::move(t));
}
void guardReleased() {
  struct G { std::thread &t; bool on = true; ~G() { if (on) t.join(); } };
  std::thread t(w); // FN: unjoined-thread
  G g{t};
  if (ok()) { g.on = false; return; }
}
void tryc() {
  try {
    std::thread t(w); // EXPECT: unjoined-thread
    if (!ok()) throw std::runtime_error("x");
    t.join();
  } catch (...) {
  }
}
void newt() {
  std::thread *t = new std::thread(w); // EXPECT: unjoined-thread
  if (!ok()) { delete t; return; }
  t->join();
  delete t;
}
template <class T> void tmpl(T n) {
  std::thread t(w); // EXPECT: unjoined-thread
  if (n > 3) return;
  t.join();
}
void inst() { tmpl(3); tmpl(3.0); }
