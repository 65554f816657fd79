// RUN: %check %s joinery-*
// Members and locals that die while a task uses them, with all checks at once.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>
void work();
void use(const std::string &);
// Silent.
class S1 {
public:
  S1() : T([this] { use(Name); }) {}

private:
  std::string Name;
  std::jthread T;
};
class S2 {
public:
  S2() : T([this] { use(Name); }) {}
  ~S2() { T.join(); }

private:
  std::jthread T;
  std::string Name;
};
class S3 {
public:
  S3() : T([this] { ++N; }) {}

private:
  std::jthread T;
  int N = 0;
};
class S4 {
public:
  S4() : T([] { work(); }) {}

private:
  std::jthread T;
  std::string Name;
};
class S5 {
public:
  ~S5() { stop(); }
  void stop() {
    if (T.joinable()) {
      T.request_stop();
      T.join();
    }
  }
  void start() {
    T = std::jthread([this] { use(Name); });
  }

private:
  std::jthread T;
  std::string Name;
};
class S6 {
public:
  S6() : T([N = std::string("x")] { use(N); }) {}

private:
  std::jthread T;
  std::string Name;
};
class S7 {
public:
  S7() : P(std::make_shared<std::string>("x")), T([P = P] { use(*P); }) {}

private:
  std::jthread T0;
  std::shared_ptr<std::string> P;
  std::jthread T;
};
class S8 {
public:
  S8() : T([this] { use(Name); }) {}
  ~S8() { T = {}; }

private:
  std::jthread T;
  std::string Name;
};
class S9 {
public:
  S9() {
    T = std::make_unique<std::jthread>([this] { use(Name); });
  }
  ~S9() { T.reset(); }

private:
  std::unique_ptr<std::jthread> T;
  std::string Name;
};
class S10 {
public:
  ~S10() { Ts.clear(); }
  void add() {
    Ts.emplace_back([this] { use(Name); });
  }

private:
  std::vector<std::jthread> Ts;
  std::string Name;
};
void s11() {
  std::string Name = "x";
  std::jthread T([&] { use(Name); });
}
void s12() {
  std::jthread T;
  std::string Name = "x";
  T = std::jthread([&] { use(Name); });
  T.join();
}
void s13() {
  std::string A;
  std::jthread T([&] { use(A); });
  std::string B;
  use(B);
}
class S14 {
public:
  S14(std::string &N) : T([&N] { use(N); }) {}

private:
  std::jthread T;
  std::string Name;
};
class S15 {
public:
  S15() : F(std::async(std::launch::deferred, [this] { use(Name); })) {}

private:
  std::future<void> F;
  std::string Name;
};
class S16 {
public:
  ~S16() { F.get(); }
  S16() : F(std::async(std::launch::async, [this] { use(Name); })) {}

private:
  std::future<void> F;
  std::string Name;
};
class S17 {
public:
  void go() {
    std::jthread L([this] { use(Name); });
  }

private:
  std::jthread T;
  std::string Name;
};
// Bad.
class B1 {
public:
  B1() : T([this] { use(Name); }) {}

private:
  std::jthread T;
  std::string Name;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
class B2 {
public:
  B2() : T(&B2::run, this) {}

private:
  void run() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [this] { return !Q.empty(); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
  }
  std::jthread T;
  std::mutex M;
  std::condition_variable Cv;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  std::deque<int> Q;
};
class B3 {
public:
  B3() : F(std::async(std::launch::async, [this] { use(Name); })) {}

private:
  std::future<void> F;
  std::string Name;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
struct Joining {
  std::thread T;
  template <typename F> explicit Joining(F Fn) : T(std::move(Fn)) {}
  ~Joining() { T.join(); }
};
class B4 {
public:
  B4() : T([this] { use(Name); }) {}

private:
  Joining T;
  std::string Name;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
void b5() {
  std::jthread T;
  std::string Name = "x";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  T = std::jthread([&] { use(Name); });
}
class B6 {
public:
  void start() {
    T.emplace([this] { use(Name); });
  }

private:
  std::optional<std::jthread> T;
  std::string Name;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
class B7 {
public:
  void start() {
    Ts.emplace_back([this] {
      std::lock_guard<std::mutex> L(M);
      Seen["a"] = 1;
    });
  }

private:
  std::vector<std::jthread> Ts;
  std::mutex M;
  std::map<std::string, int> Seen;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
class B8 {
public:
  void start() {
    T = std::jthread([this] { step(); });
  }

private:
  void step() { helper(); }
  void helper() { Log.push_back("x"); }
  std::jthread T;
  int N = 0;
  std::vector<std::string> Log;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
template <typename V> class B9 {
public:
  B9() : T([this] { Values.push_back(V()); }) {}

private:
  std::jthread T;
  std::vector<V> Values;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
B9<int> X9;
B9<long> Y9;
struct B10 {
  std::unique_ptr<std::jthread> T;
  std::string Name;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  void start() {
    T = std::make_unique<std::jthread>([this] { use(Name); });
  }
};
void b11() {
  std::vector<std::jthread> Ts;
  std::vector<int> Results(10);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  for (int I = 0; I < 10; ++I)
    Ts.emplace_back([&Results, I] { Results[I] = I; });
}
