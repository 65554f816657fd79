#include <string>
#include <thread>
class J1 {
  std::thread t_;

public:
  explicit J1(std::thread t) : t_(std::move(t)) {}
  ~J1() {
    if (t_.joinable())
      t_.join();
  }
};
class W1 {
  J1 j_;
  std::string b_; // EXPECT: destroyed-before-join

public:
  W1() : j_(std::thread([this] { b_ += "x"; })) {}
};
class J2 {
  std::thread t_;

public:
  template <class F> explicit J2(F f) : t_(std::move(f)) {}
  ~J2() {
    if (t_.joinable())
      t_.join();
  }
};
class W2 {
  J2 j_;
  std::string b_; // EXPECT: destroyed-before-join

public:
  W2() : j_([this] { b_ += "x"; }) {}
};
class J3 {
  std::thread t_;

public:
  template <class... A> explicit J3(A &&...a) : t_(std::forward<A>(a)...) {}
  ~J3() {
    if (t_.joinable())
      t_.join();
  }
};
class W3 {
  J3 j_;
  std::string b_; // EXPECT: destroyed-before-join

public:
  W3() : j_([this] { b_ += "x"; }) {}
};
