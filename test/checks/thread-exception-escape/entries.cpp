// RUN: %check %s joinery-*
// What leaves an entry, with all checks at once.

#include <any>
#include <boost/thread.hpp>
#include <exception>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <pthread.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>
void work();
bool cond();
// Silent.
void s1() {
  std::thread T([] {
    try {
      throw 1;
    } catch (...) {
    }
  });
  T.join();
}
void s2() {
  auto F = std::async(std::launch::async, [] { throw 1; });
  try {
    F.get();
  } catch (int) {
  }
}
void s3() {
  std::packaged_task<void()> P([] { throw 1; });
  auto F = P.get_future();
  std::thread T(std::move(P));
  T.join();
  F.wait();
}
void s4() {
  std::thread T([] {
    try {
      throw std::runtime_error("x");
    } catch (const std::exception &) {
    }
  });
  T.join();
}
void s5() {
  std::thread T(work);
  T.join();
}
void s6(std::map<std::string, int> &M) {
  std::thread T([&] {
    if (M.count("a"))
      M.at("a")++;
  });
  T.join();
}
void s7() {
  std::thread T([]() noexcept { work(); });
  T.join();
}
void s8() {
  std::promise<int> P;
  std::thread T([&] {
    try {
      P.set_value(std::stoi("x"));
    } catch (...) {
      P.set_exception(std::current_exception());
    }
  });
  P.get_future().wait();
  T.join();
}
void s9() {
  std::thread T([] {
    auto L = [] { throw 1; };
    (void)L;
  });
  T.join();
}
void s10() {
  std::exception_ptr E;
  std::thread T([&] {
    try {
      throw 1;
    } catch (...) {
      E = std::current_exception();
    }
  });
  T.join();
  if (E)
    std::rethrow_exception(E);
}
void s11(std::optional<int> &O) {
  std::thread T([&] {
    if (O.has_value())
      (void)O.value();
  });
  T.join();
}
void s12() {
  std::thread T([] {
    std::vector<int> V(3);
    (void)V.size();
  });
  T.join();
}
void fatalIf(bool B) {
  if (B)
    throw 1;
}
void s13() {
  std::thread T([] {
    try {
      fatalIf(cond());
    } catch (int) {
    }
  });
  T.join();
}
// Bad.
void b1() {
  std::thread T([] { throw 1; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b2() {
  std::thread T([] { fatalIf(cond()); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b3(const std::string &S) {
  std::thread T([&] { (void)std::stoi(S); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b4(std::vector<int> &V) {
  std::jthread T([&] { V.at(7) = 1; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}
struct Job {
  void run() {
    if (cond())
      throw std::logic_error("x");
  }
};
void b5(Job &J) {
  std::thread T(&Job::run, &J);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b6() {
  std::thread T([] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    try {
      throw std::runtime_error("x");
    } catch (const std::logic_error &) {
    }
  });
  T.join();
}
void b7() {
  std::thread T([] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    try {
      throw 1;
    } catch (...) {
      throw;
    }
  });
  T.join();
}
void b8(std::exception_ptr E) {
  std::thread T([=] { std::rethrow_exception(E); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b9(std::any &A) {
  std::thread T([&] { (void)std::any_cast<int>(A); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b10(std::variant<int, long> &V) {
  std::thread T([&] { (void)std::get<int>(V); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  T.join();
}
void b11() {
  std::thread T([] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    auto F = std::async(std::launch::async, []() -> int { throw 1; });
    (void)F.get();
  });
  T.join();
}
extern "C" void *entry(void *) { throw 1; }
void b12() {
  pthread_t T;
  if (pthread_create(&T, nullptr, entry, nullptr))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    return;
  pthread_join(T, nullptr);
}
void b13() {
  std::vector<std::thread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back(fatalIf, true);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  for (auto &T : Ts)
    T.join();
}
