// RUN: %check %s joinery-*
// Counters and completion signals, with all checks at once.

#include <absl/synchronization/blocking_counter.h>
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
void work();
bool step();
int compute(const std::string &);
class WaitGroup {
public:
  void add(int N = 1) {
    std::lock_guard<std::mutex> L(M);
    Count += N;
  }
  void done() {
    std::lock_guard<std::mutex> L(M);
    if (--Count == 0)
      Cv.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [this] { return Count == 0; });
  }

private:
  std::mutex M;
  std::condition_variable Cv;
  int Count = 0;
};
struct DoneGuard {
  WaitGroup &W;
  ~DoneGuard() { W.done(); }
};
// Silent.
void s1() {
  WaitGroup W;
  for (int I = 0; I < 3; ++I) {
    W.add();
    std::thread([&W] {
      work();
      W.done();
    }).detach();
  }
  W.wait();
}
void s2() {
  WaitGroup W;
  W.add(3);
  std::vector<std::thread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back([&W] {
      DoneGuard G{W};
      work();
    });
  W.wait();
  for (auto &T : Ts)
    T.join();
}
void s3() {
  WaitGroup W;
  W.add();
  std::jthread T([&W] {
    DoneGuard G{W};
    W.add();
    std::jthread In([&W] {
      DoneGuard H{W};
      work();
    });
    work();
  });
  W.wait();
}
void s4() { // a statistic, nobody waits for zero
  static std::atomic<int> Running{0};
  std::thread T([] {
    ++Running;
    work();
    --Running;
  });
  T.join();
}
void s5() {
  std::atomic<int> Done{0};
  std::vector<std::thread> Ts;
  for (int I = 0; I < 4; ++I)
    Ts.emplace_back([&] {
      work();
      ++Done;
    });
  while (Done != 4)
    std::this_thread::yield();
  for (auto &T : Ts)
    T.join();
}
void s6() {
  WaitGroup W;
  W.add();
  std::thread T([&] {
    try {
      work();
    } catch (...) {
    }
    W.done();
  });
  W.wait();
  T.join();
}
void s7() {
  std::latch L(1);
  std::thread T([&] {
    try {
      if (step())
        throw std::runtime_error("x");
    } catch (const std::exception &) {
    }
    L.count_down();
  });
  L.wait();
  T.join();
}
void s8() {
  std::promise<int> P;
  auto F = P.get_future();
  std::thread T([P = std::move(P)]() mutable {
    if (!step())
      return;
    P.set_value(1);
  }); // broken promise
  F.get();
  T.join();
}
void s9() {
  std::latch L(1);
  std::thread T([&] {
    if (step()) {
      L.count_down();
      return;
    }
    work();
    L.count_down();
  });
  L.wait();
  T.join();
}
void s10() { // only an exception passes by, and it ends the program
  std::latch L(1);
  std::thread T([&] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    if (step())
      throw 1;
    L.count_down();
  });
  L.wait();
  T.join();
}
void s11() {
  std::binary_semaphore S(0);
  std::thread T([&] {
    do {
      if (!step())
        break;
      work();
    } while (false);
    S.release();
  });
  S.acquire();
  T.join();
}
void s12() {
  std::promise<int> P;
  std::thread T([&] {
    try {
      P.set_value(compute("a"));
    } catch (...) {
      P.set_exception(std::current_exception());
    }
  });
  P.get_future().get();
  T.join();
}
void s13() {
  WaitGroup W;
  W.add();
  auto F = std::async(std::launch::async, [&] {
    DoneGuard G{W};
    return std::stoi("1");
  });
  W.wait();
  F.get();
}
// Bad: late.
void b1() {
  WaitGroup W;
  for (int I = 0; I < 3; ++I)
    std::thread([&W] {
      W.add();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
      work();
      W.done();
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
  W.wait();
}
void b2() {
  std::atomic<int> Running{0};
  std::vector<std::jthread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back([&] {
      ++Running;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
      work();
      --Running;
    });
  while (Running != 0)
    std::this_thread::yield();
}
struct Counted {
  WaitGroup &W;
  explicit Counted(WaitGroup &W) : W(W) { W.add(); }
  ~Counted() { W.done(); }
};
void b3() {
  WaitGroup W;
  std::jthread T([&W] {
    Counted C(W);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
  });
  W.wait();
}
void entry(WaitGroup *W) {
  W->add(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
  work();
  W->done();
}
void b4() {
  WaitGroup W;
  std::thread T(entry, &W);
  W.wait();
  T.join();
}
class Tracker {
public:
  void track() {
    std::thread([this] {
      {
        std::lock_guard<std::mutex> L(M);
        ++Active;
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
      }
      work();
      std::lock_guard<std::mutex> L(M);
      if (--Active == 0)
        Cv.notify_all();
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
  }
  void shutdown() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [this] { return Active == 0; });
  }

private:
  std::mutex M;
  std::condition_variable Cv;
  int Active = 0;
};
// Bad: skippable.
void c1() {
  std::latch L(1);
  std::jthread T([&] {
    if (!step())
      return;
    work();
    L.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  L.wait();
}
void c2() {
  WaitGroup W;
  W.add();
  auto F = std::async(std::launch::async, [&] {
    int V = std::stoi(std::getenv("X"));
    W.done();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    return V;
  });
  W.wait();
  F.get();
}
void c3() {
  std::binary_semaphore S(0);
  std::jthread T([&] {
    for (int I = 0; I < 3; ++I)
      if (!step())
        return;
    S.release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  S.acquire();
}
void c4() {
  std::promise<int> P;
  std::jthread T([&] {
    if (!step())
      return;
    P.set_value(1);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  P.get_future().get();
}
void c5() {
  absl::BlockingCounter C(1);
  std::thread T([&] {
    if (step())
      return;
    C.DecrementCount();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  C.Wait();
  T.join();
}
void c6(int N) {
  std::atomic<int> Left{N};
  std::vector<std::jthread> Ts;
  for (int I = 0; I < N; ++I)
    Ts.emplace_back([&] {
      if (!step())
        return;
      --Left;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    });
  while (Left != 0)
    std::this_thread::yield();
}
void c7() {
  auto P = std::make_shared<std::promise<int>>();
  auto F = P->get_future();
  std::thread T([P] {
    if (!step())
      return;
    P->set_value(1);
  });
  P.reset();
  F.get();
  T.join();
}
void c8() {
  std::latch L(1);
  std::jthread T([&] {
    try {
      if (step())
        throw std::runtime_error("x");
      L.count_down();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    } catch (const std::exception &) {
      work();
    }
  });
  L.wait();
}
