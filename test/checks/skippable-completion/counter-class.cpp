// RUN: %check %s joinery-*
// A counter behind a class of the unit, and exceptions that the future takes.

#include <condition_variable>
#include <cstdlib>
#include <future>
#include <latch>
#include <mutex>
#include <string>
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
  std::latch W(1);
  auto F = std::async(std::launch::async, [&] {
    int V = std::stoi(std::getenv("X"));
    W.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    return V;
  });
  W.wait();
  F.get();
}
void c4() {
  std::latch W(1);
  auto F = std::async(std::launch::async, [&] {
    int V = std::stoi(std::getenv("X"));
    W.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    return V;
  });
  W.wait();
  int G = F.get();
  (void)G;
}
bool step();
void c5() {
  WaitGroup W;
  W.add();
  auto F = std::async(std::launch::async, [&] {
    if (!step())
      return 1;
    W.done();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    return 2;
  });
  W.wait();
  F.get();
}
void c6() {
  WaitGroup W;
  W.add();
  auto F = std::async(std::launch::async, [&] {
    if (!step())
      throw 1;
    W.done();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    return 2;
  });
  W.wait();
  F.get();
}

class Pool {
public:
  void give(int Value) {
    std::lock_guard<std::mutex> Lock(Guard);
    if (Value < 0)
      throw Value;
    --Lent;
    Back.notify_all();
  }
  void take() {
    std::unique_lock<std::mutex> Lock(Guard);
    while (Lent > 0 && Free == 0)
      Back.wait(Lock);
    ++Lent;
  }

private:
  std::mutex Guard;
  std::condition_variable Back;
  int Lent = 0, Free = 0;
};

void lends() {
  Pool Objects;
  Objects.take();
  auto Given = std::async(std::launch::async, [&] { Objects.give(1); });
  Objects.take();
  Given.get();
}
