// Constructors that start a member and then throw, and their repairs.
#include <stdexcept>
#include <thread>
#include <vector>
void loop();
class Stage {
public:
  explicit Stage(bool ok) {
    t_ = std::thread(loop);
    if (!ok)
      throw std::invalid_argument("cfg");
  }
  ~Stage() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_; // EXPECT: unjoined-thread
};
class Init {
public:
  explicit Init(bool ok) : t_(loop) {
    if (!ok)
      throw 1;
  }
  ~Init() { t_.join(); }

private:
  std::thread t_; // EXPECT: unjoined-thread
};
void check(bool ok) {
  if (!ok)
    throw 2;
}
class Several {
public:
  explicit Several(int n) {
    for (int i = 0; i < n; ++i)
      t_.emplace_back(loop);
    check(n > 3);
  }
  ~Several() {
    for (auto &t : t_)
      t.join();
  }

private:
  std::vector<std::thread> t_; // EXPECT: unjoined-thread
};
class Before {
public:
  explicit Before(bool ok) {
    if (!ok)
      throw 1;
    t_ = std::thread(loop);
  }
  ~Before() { t_.join(); }

private:
  std::thread t_;
};
class Joins {
public:
  explicit Joins(bool ok) {
    t_ = std::thread(loop);
    if (!ok) {
      t_.join();
      throw 1;
    }
  }
  ~Joins() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_;
};
class Stops {
public:
  explicit Stops(bool ok) {
    t_ = std::thread(loop);
    if (!ok) {
      stop();
      throw 1;
    }
  }
  ~Stops() { stop(); }
  void stop() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_;
};
class Catches {
public:
  explicit Catches(int n) {
    try {
      for (int i = 0; i < n; ++i)
        t_.emplace_back(loop);
      check(n > 3);
    } catch (...) {
      for (auto &t : t_)
        t.join();
      throw;
    }
  }
  ~Catches() {
    for (auto &t : t_)
      t.join();
  }

private:
  std::vector<std::thread> t_;
};
class Delegates {
public:
  Delegates() : n_(0) {}
  explicit Delegates(bool ok) : Delegates() {
    t_ = std::thread(loop);
    if (!ok)
      throw 1;
  }
  ~Delegates() {
    if (t_.joinable())
      t_.join();
  }

private:
  int n_;
  std::thread t_;
};
struct Joined {
  std::thread t;
  ~Joined() {
    if (t.joinable())
      t.join();
  }
};
class Member {
public:
  explicit Member(bool ok) {
    j_.t = std::thread(loop);
    if (!ok)
      throw 1;
  }

private:
  Joined j_;
};
class Derived : Joined {
public:
  explicit Derived(bool ok) {
    t = std::thread(loop);
    if (!ok)
      throw 1;
  }
};
class Optional {
public:
  explicit Optional(bool ok) {
    if (ok)
      t_ = std::thread(loop);
    if (!ok)
      throw 1;
  }
  ~Optional() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_;
};
class J {
public:
  explicit J(bool ok) : t_(loop) {
    if (!ok)
      throw 1;
  }

private:
  std::jthread t_;
};
class Guarded {
  struct G {
    Guarded *g;
    ~G() {
      if (g)
        g->stop();
    }
  };

public:
  explicit Guarded(bool ok) {
    t_ = std::thread(loop);
    G guard{this};
    if (!ok)
      throw 1;
    guard.g = nullptr;
  }
  ~Guarded() { stop(); }
  void stop() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_;
};
class Swallows {
public:
  explicit Swallows(bool ok) {
    t_ = std::thread(loop);
    try {
      check(ok);
    } catch (int) {
    }
  }
  ~Swallows() { t_.join(); }

private:
  std::thread t_;
};
class Detaches {
public:
  explicit Detaches(bool ok) {
    t_ = std::thread(loop);
    if (!ok) {
      t_.detach(); // EXPECT: detached-thread
      throw 1;
    }
  }
  ~Detaches() {
    if (t_.joinable())
      t_.join();
  }

private:
  std::thread t_;
};
