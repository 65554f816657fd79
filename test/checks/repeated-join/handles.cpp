// RUN: %check %s joinery-*
// What happens to a handle before it is joined, with all checks at once.

#include <boost/thread.hpp>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>
void work() noexcept;
bool cond();
// Silent.
void s1() {
  std::thread T(work);
  T.join();
  T = std::thread(work);
  T.join();
}
void s2() {
  std::thread T;
  if (cond())
    T = std::thread(work);
  if (T.joinable())
    T.join();
}
void s3() {
  std::thread T(work);
  if (cond()) {
    T.join();
    return;
  }
  T.join();
}
void s4() {
  std::thread T(work);
  std::thread U = std::move(T);
  U.join();
}
void s5() {
  std::thread T(work);
  std::thread U = std::move(T);
  U.join();
  T = std::thread(work);
  T.join();
}
void s6() {
  for (int I = 0; I < 3; ++I) {
    std::thread T(work);
    T.join();
  }
}
void s7() {
  std::thread T;
  for (int I = 0; I < 3; ++I) {
    if (T.joinable())
      T.join();
    T = std::thread(work);
  }
  T.join();
}
void s8() {
  std::vector<std::thread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back(work);
  for (auto &T : Ts)
    T.join();
  Ts.clear();
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back(work);
  for (auto &T : Ts)
    T.join();
}
void s9() {
  std::thread A(work), B(work);
  std::swap(A, B);
  A.join();
  B.join();
}
void s10(std::thread &T) {
  T.join();
  T = std::thread(work);
}
struct S11 {
  std::thread T;
  bool Joined = false;
  ~S11() {
    if (!Joined)
      T.join();
  }
  void stop() {
    if (Joined)
      return;
    T.join();
    Joined = true;
  }
};
struct S12 {
  std::thread T;
  void stop() {
    if (T.joinable())
      T.join();
  }
  ~S12() { stop(); }
};
void s13() {
  auto T = std::make_unique<std::thread>(work);
  T->join();
  T.reset(new std::thread(work));
  T->join();
}
void s14() {
  std::optional<std::thread> T;
  T.emplace(work);
  T->join();
  T.emplace(work);
  T->join();
}
void s15() {
  std::jthread T(work);
  T.join();
}
void s16() {
  std::thread T(work);
  bool Done = false;
  if (cond()) {
    T.join();
    Done = true;
  }
  if (!Done)
    T.join();
}
void s17() {
  std::thread T = cond() ? std::thread(work) : std::thread();
  if (T.get_id() != std::thread::id())
    T.join();
}
std::thread &slot(int);
void s18() {
  slot(0).join();
  slot(1).join();
}
struct P {
  std::thread A, B;
};
void s19(P &X) {
  X.A.join();
  X.B.join();
}
void s20(std::vector<std::thread> &Ts) {
  Ts[0].join();
  Ts[1].join();
}
// Bad.
void b1() {
  std::thread T(work);
  T.join();
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b2() {
  std::thread T(work);
  T.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b3() {
  std::thread T(work);
  T.join();
  T.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b4() {
  std::thread T;
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b5() {
  std::thread T(work);
  std::thread U = std::move(T);
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  U.join();
}
void b6() {
  std::thread T(work);
  if (cond())
    T.join();
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b7() {
  std::thread T(work);
  for (int I = 0; I < 2; ++I)
    T.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
struct B8 {
  std::thread T;
  void start() {
    T = std::thread([this] {
      work();
      T.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
    });
  }
  ~B8() {
    if (T.joinable())
      T.join();
  }
};
struct B9 {
  std::thread T{work};
  void close() { T.join(); }
  ~B9() {
    close();
    T.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  }
};
void take(std::thread);
void b10() {
  std::thread T(work);
  take(std::move(T));
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b11() {
  std::vector<std::thread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back(work);
  for (auto &T : Ts)
    T.join();
  for (auto &T : Ts)
    T.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b12() {
  boost::thread T(work);
  T.join();
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b13() {
  std::jthread T(work);
  T.join();
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}
void b14() {
  std::thread T(work);
  std::vector<std::thread> V;
  V.push_back(std::move(T));
  if (cond())
    T.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  for (auto &X : V)
    X.join();
}
struct B15 {
  std::unique_ptr<std::thread> T;
  void start() {
    T = std::make_unique<std::thread>([this] {
      if (T->joinable())
        T->join();
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
    });
  }
  ~B15() {
    if (T && T->joinable())
      T->join();
  }
};
