// destroyed-before-join goods
#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>
class A { // trivially destructible after
  std::jthread t_;
  std::atomic<int> n_{0};
  int arr_[4]{};
  void run() {
    ++n_;
    arr_[0] = 1;
  }

public:
  A() : t_([this] { run(); }) {}
};
class B { // member after but not used by task
  std::vector<int> used_;
  std::jthread t_;
  std::string label_;
  void run() { used_.push_back(1); }

public:
  explicit B(std::string l) : label_(std::move(l)) {
    t_ = std::jthread(&B::run, this);
  }
  const std::string &label() const { return label_; }
};
class C { // join explicitly in dtor
  std::future<void> f_;
  std::string s_;

public:
  C() : f_(std::async(std::launch::async, [this] { s_ += "x"; })) {}
  ~C() { f_.wait(); }
};
class D { // jthread in the derived class, data in base
protected:
  std::string s_;
};
class E : D {
  std::jthread t_{[this] { s_ += "x"; }};
};
void f() {
  std::vector<int> v;
  std::jthread t([&v] { v.push_back(1); });
  std::string later = "x";
  t.join();
}
void g() {
  std::string s;
  {
    std::jthread t([&] { s += "y"; });
  }
  std::string after = s;
}
void h() {
  std::jthread t;
  std::string s;
  t = std::jthread([s] { (void)s.size(); });
}
class F { // shared state by shared_ptr
  std::jthread t_;
  std::shared_ptr<std::string> s_ = std::make_shared<std::string>();

public:
  void go() {
    t_ = std::jthread([s = s_] { *s += "x"; });
  }
};
class G {
  std::vector<std::jthread> ts_;
  std::string s_;

public:
  void go() {
    ts_.emplace_back([this] { s_ += "x"; });
  }
  ~G() { ts_.clear(); }
};
class H {
  std::jthread t_;
  std::string s_;

public:
  void go() {
    t_ = std::jthread([this](std::stop_token st) {
      while (!st.stop_requested())
        s_ += "x";
    });
  }
  void stop() { t_ = std::jthread(); }
  ~H() { stop(); }
};
class I {
  std::thread t_;
  std::string s_;

public:
  I() : t_([this] { s_ += "x"; }) {}
  ~I() { t_.join(); }
};
E e;
A a;
