// RUN: %check %s joinery-*
// Destructors that wait, with all checks at once.

#include <atomic>
#include <boost/thread.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <iostream>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>
using namespace std::chrono_literals;
void work() noexcept;
bool step();
struct Session {
  bool next();
};
// Silent.
class S1 {
public:
  S1()
      : T([this] {
          while (!Stop)
            work();
        }) {}
  ~S1() {
    Stop = true;
    T.join();
  }

private:
  std::atomic<bool> Stop{false};
  std::thread T;
};
class S2 {
public:
  S2() : T([] { work(); }) {}
  ~S2() { T.join(); }

private:
  std::thread T;
};
class S3 {
public:
  explicit S3(std::thread U) : T(std::move(U)) {}
  ~S3() {
    if (T.joinable())
      T.join();
  }

private:
  std::thread T;
};
class S4 {
public:
  S4()
      : T([](std::stop_token S) {
          while (!S.stop_requested())
            work();
        }) {}
  ~S4() {
    T.request_stop();
    T.join();
  }

private:
  std::jthread T;
};
class S5 {
public:
  template <typename F> explicit S5(F Fn) : T(std::move(Fn)) {}
  ~S5() { T.join(); }

private:
  std::thread T;
};
class S6 {
public:
  S6() : T([this] { run(); }) {}
  ~S6() {
    stop();
    T.join();
  }
  void stop() {
    {
      std::lock_guard<std::mutex> L(M);
      Quit = true;
    }
    Cv.notify_all();
  }

private:
  void run() {
    std::unique_lock<std::mutex> L(M);
    for (;;) {
      Cv.wait(L, [this] { return Quit || !Q.empty(); });
      if (Quit)
        return;
      Q.pop_front();
    }
  }
  std::mutex M;
  std::condition_variable Cv;
  bool Quit = false;
  std::deque<int> Q;
  std::thread T;
};
class S7 {
public:
  S7()
      : T([] {
          for (int I = 0; I < 100; ++I)
            work();
        }) {}
  ~S7() { T.join(); }

private:
  std::thread T;
};
class S8 {
public:
  S8()
      : T([this] {
          while (Session.next())
            work();
        }) {}
  ~S8() {
    Session.cancel();
    T.join();
  }

private:
  struct Sess {
    bool next();
    void cancel();
  } Session;
  std::thread T;
};
class S9 { // with a deadline
public:
  S9()
      : F(std::async(std::launch::async, [] {
          while (step())
            work();
        })) {}
  ~S9() {
    if (F.wait_for(5s) != std::future_status::ready)
      std::terminate();
  }

private:
  std::future<void> F;
};
class S10 { // boost interrupt
public:
  S10()
      : T([] {
          while (step())
            boost::this_thread::interruption_point();
        }) {}
  ~S10() {
    T.interrupt();
    T.join();
  }

private:
  boost::thread T;
};
// Bad.
class B1 {
public:
  B1()
      : T([] {
          while (step())
            work();
        }) {}
  ~B1() { T.join(); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]

private:
  std::thread T;
};
class B2 {
public:
  B2() : T(&B2::run, this) {}
  ~B2() {
    if (T.joinable())
      T.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  void run() {
    std::string L;
    while (std::getline(std::cin, L))
      work();
  }
  std::thread T;
};
class B3 {
public:
  B3() {
    for (int I = 0; I < 4; ++I)
      Ts.emplace_back([] {
        while (step())
          work();
      });
  }
  ~B3() {
    for (auto &T : Ts)
      T.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::vector<std::thread> Ts;
};
class B4 {
public:
  B4()
      : F(std::async(std::launch::async, [] {
          while (step())
            work();
        })) {}
  ~B4() { F.wait(); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]

private:
  std::future<void> F;
};
class B5 {
public:
  void start() {
    {
      std::lock_guard<std::mutex> L(M);
      ++Active;
    }
    std::thread([this] {
      while (step())
        work();
      std::lock_guard<std::mutex> L(M);
      --Active;
      Cv.notify_all();
    }).detach();
  }
  ~B5() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [this] { return Active == 0; });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::mutex M;
  std::condition_variable Cv;
  int Active = 0;
};
class B6 {
public:
  B6() {
    std::thread([this] {
      while (step())
        work();
      Done.count_down();
    }).detach();
  }
  ~B6() { Done.wait(); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]

private:
  std::latch Done{1};
};
class B7 {
public:
  B7()
      : T([] {
          while (step())
            work();
        }) {}
  ~B7() { close(); }
  void close() {
    if (T.joinable())
      T.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread T;
};
int main() {
  std::thread T([] {
    while (step())
      work();
  });
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
}
