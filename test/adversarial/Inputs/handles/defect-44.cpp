#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>
void w() noexcept;
int c();
// self join via handle captured by the task
void a() {
  auto t = std::make_shared<std::thread>();
  *t = std::thread([t] { t->join(); }); // EXPECT: repeated-join
}
// member restart without join from another method
class B {
  std::thread t_; // EXPECT: unjoined-thread

public:
  B() : t_(w) {}
  void restart() { t_ = std::thread(w); }
  ~B() {
    if (t_.joinable())
      t_.join();
  }
};
// static member / array member
class C {
  std::thread ts_[2]; // EXPECT: unjoined-thread

public:
  void go() {
    ts_[0] = std::thread(w);
    ts_[1] = std::thread(w);
  }
  ~C() {}
};
class D {
  struct In {
    std::thread t; // EXPECT: unjoined-thread
  };
  In in_;

public:
  void go() { in_.t = std::thread(w); }
};
// future of helper class discarded
class E {
  std::future<int> run() { return std::async(std::launch::async, c); }

public:
  void fire() { run(); } // EXPECT: unowned-future
  int ok() { return run().get(); }
};
// future overwritten in a loop
void f() {
  std::future<int> fut;
  for (int i = 0; i < 3; ++i)
    fut = std::async(std::launch::async, c); // EXPECT: unowned-future
  fut.get();
}
// vector destroyed by resize
void g() {
  std::vector<std::thread> v; // EXPECT: unjoined-thread
  v.emplace_back(w);
  v.emplace_back(w);
  v.pop_back();
  for (auto &t : v)
    t.join();
}
void h(bool q) {
  std::unique_ptr<std::thread> p; // EXPECT: unjoined-thread
  if (q)
    p.reset(new std::thread(w));
  if (!q)
    return;
  p.reset();
}
