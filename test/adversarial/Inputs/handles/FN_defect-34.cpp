#include <functional>
#include <map>
#include <memory>
#include <thread>
#include <vector>
void w() noexcept;
bool ok();
void byval(std::thread t) { // EXPECT: unjoined-thread
  if (!ok()) return;
  t.join();
}
void temp() { std::thread{w}; } // EXPECT: unjoined-thread
void rel() {
  auto p = std::make_unique<std::thread>(w); // EXPECT: unjoined-thread
  p.release();
}
void arr() {
  std::thread ts[2] = {std::thread(w), std::thread(w)}; // FN: unjoined-thread
  ts[0].swap(ts[1]);
}
void sw() {
  std::thread a(w);
  std::thread b; // FN: unjoined-thread
  b.swap(a);
}
void brk() {
  for (int i = 0; i < 4; ++i) {
    std::thread t(w); // EXPECT: unjoined-thread
    if (ok()) break;
    t.join();
  }
}
void lam() {
  auto f = [] {
    std::thread t(w); // EXPECT: unjoined-thread
    if (ok()) return 1;
    t.join();
    return 0;
  };
  f();
}
void at(std::map<int, int> &m) {
  std::thread t(w); // EXPECT: unjoined-thread
  m.at(3) = 1;
  t.join();
}
