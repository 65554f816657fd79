// RUN: %check %s joinery-*
// Waits on promises, latches, semaphores, conditions and channels, with all
// checks at once.

#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/notification.h>
#include <atomic>
#include <barrier>
#include <boost/fiber/all.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <thread>
#include <vector>
using namespace std::chrono_literals;
void work();
int compute();
bool ready();
template <typename T> using Chan = boost::fibers::buffered_channel<T>;
// Silent.
void promiseThread() {
  std::promise<int> P;
  auto F = P.get_future();
  std::thread T([P = std::move(P)]() mutable { P.set_value(1); });
  F.get();
  T.join();
}
void promiseRef() {
  std::promise<int> P;
  std::thread T([&P] { P.set_value(1); });
  P.get_future().get();
  T.join();
}
void promiseArg() {
  std::promise<void> P;
  auto F = P.get_future();
  std::thread T(
      [](std::promise<void> Q) {
        work();
        Q.set_value();
      },
      std::move(P));
  F.wait();
  T.join();
}
void promiseShared() {
  auto P = std::make_shared<std::promise<int>>();
  auto F = P->get_future();
  std::thread([P] { P->set_value(2); }).detach(); // tracked by F.get
  F.get();
}
void promiseException() {
  std::promise<int> P;
  auto F = P.get_future();
  std::thread T([&] {
    try {
      P.set_value(compute());
    } catch (...) {
      P.set_exception(std::current_exception());
    }
  });
  F.get();
  T.join();
}
void promiseInPlace() {
  std::promise<int> P;
  P.set_value(3);
  P.get_future().get();
}
void brokenPromise() {
  std::future<int> F;
  {
    std::promise<int> P;
    F = P.get_future();
  }
  F.get();
}
void latchInit0() {
  std::latch L(0);
  L.wait();
}
void latchN(int N) {
  std::latch L(N);
  std::vector<std::jthread> Ts;
  for (int I = 0; I < N; ++I)
    Ts.emplace_back([&] {
      work();
      L.count_down();
    });
  L.wait();
}
void latchArrive() {
  std::latch L(2);
  std::jthread T([&] { L.arrive_and_wait(); });
  L.arrive_and_wait();
}
void semaphorePermits() {
  std::counting_semaphore<4> S(2);
  S.acquire();
  S.release();
}
void semaphoreTask() {
  std::binary_semaphore S(0);
  std::jthread T([&] {
    work();
    S.release();
  });
  S.acquire();
}
void semaphorePing() {
  std::binary_semaphore A(0), B(0);
  std::jthread T([&] {
    A.acquire();
    work();
    B.release();
  });
  A.release();
  B.acquire();
}
void semaphoreThroughFunction(std::binary_semaphore &S);
void semaphoreUnseen() {
  std::binary_semaphore S(0);
  semaphoreThroughFunction(S);
  S.acquire();
}
void callbackRelease(std::function<void()>);
void semaphoreCallback() {
  std::binary_semaphore S(0);
  callbackRelease([&] { S.release(); });
  S.acquire();
}
void cvWait() {
  std::mutex M;
  std::condition_variable Cv;
  bool Ready = false;
  std::jthread T([&] {
    {
      std::lock_guard<std::mutex> L(M);
      Ready = true;
    }
    Cv.notify_one();
  });
  std::unique_lock<std::mutex> L(M);
  Cv.wait(L, [&] { return Ready; });
}
void notificationAbsl() {
  absl::Notification N;
  std::thread T([&] { N.Notify(); });
  N.WaitForNotification();
  T.join();
}
void counterAbsl(int N) {
  absl::BlockingCounter C(N);
  std::vector<std::thread> Ts;
  for (int I = 0; I < N; ++I)
    Ts.emplace_back([&] { C.DecrementCount(); });
  C.Wait();
  for (auto &T : Ts)
    T.join();
}
struct Owner {
  void post() { S.release(); }
  void wait() { S.acquire(); }

private:
  std::counting_semaphore<8> S{0};
};
class OwnerOut { // friend posts
  friend void poster(OwnerOut &);

public:
  void wait() { S.acquire(); }

private:
  std::counting_semaphore<8> S{0};
};
class OwnerRef {
public:
  void wait() { S.acquire(); }
  std::counting_semaphore<8> &sem() { return S; }

private:
  std::counting_semaphore<8> S{0};
};
class QueueCv {
public:
  void push(int V) {
    {
      std::lock_guard<std::mutex> L(M);
      Q.push_back(V);
    }
    Cv.notify_one();
  }
  int pop() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [&] { return !Q.empty(); });
    int V = Q.front();
    Q.pop_front();
    return V;
  }

private:
  std::mutex M;
  std::condition_variable Cv;
  std::deque<int> Q;
};
void channelLoop() {
  Chan<int> C(4);
  std::thread T([&] {
    for (int I = 0; I < 9; ++I)
      C.push(I);
    C.close();
  });
  int V;
  while (C.pop(V) == boost::fibers::channel_op_status::success)
    work();
  T.join();
}
void channelTwo() {
  Chan<int> C(4);
  std::thread T([&] {
    C.push(1);
    C.push(2);
  });
  int V;
  C.pop(V);
  C.pop(V);
  T.join();
}
void barrierWait() {
  std::barrier B(2);
  std::jthread T([&] { B.arrive_and_wait(); });
  B.arrive_and_wait();
}
void conditionalBoth(bool X) {
  std::binary_semaphore S(0);
  std::optional<std::jthread> T;
  if (X)
    T.emplace([&] { S.release(); });
  if (X)
    S.acquire();
}
void sharedFutureGo() {
  std::promise<void> Go;
  auto F = Go.get_future().share();
  std::jthread T([F] {
    F.wait();
    work();
  });
  Go.set_value();
}
// Bad.
void b1() {
  std::promise<int> P;
  auto F = P.get_future();
  F.get();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
void b2() {
  std::latch L(2);
  std::jthread T([&] {
    L.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    work();
  });
}
void b3() {
  std::binary_semaphore S(0);
  S.acquire();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
void b4() {
  Chan<int> C(4);
  std::thread T([&] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-dangling-capture]
    int V;
    while (C.pop(V) == boost::fibers::channel_op_status::success)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
      work();
  });
  C.push(1);
  T.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
}
void b5() {
  Chan<int> C(4);
  int V;
  C.pop(V);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
void b6(bool X) {
  std::binary_semaphore S(0);
  std::optional<std::jthread> T;
  if (X)
    T.emplace([&] { S.release(); });
  S.acquire();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
void b7() {
  std::mutex M;
  std::condition_variable Cv;
  bool Ready = false;
  std::unique_lock<std::mutex> L(M);
  Cv.wait(L, [&] { return Ready; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
void b8() {
  absl::Notification N;
  N.WaitForNotification();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
class B9 {
public:
  void wait() { S.acquire(); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]

private:
  std::counting_semaphore<8> S{0};
};
void b10() {
  std::promise<void> Go;
  auto F = Go.get_future().share();
  std::jthread T([F] {
    F.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    work();
  });
}
void b11() {
  Chan<int> C(4);
  std::thread T([&] {
    for (int I = 0; I < 9; ++I)
      C.push(I);
  });
  for (int V : C)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    (void)V;
  T.join();
}
void b12(bool Fail) {
  std::promise<int> P;
  auto F = P.get_future();
  std::thread T;
  if (!Fail)
    T = std::thread([&] { P.set_value(1); });
  F.get();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
  if (T.joinable())
    T.join();
}
void b13() {
  std::barrier B(2);
  B.arrive_and_wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
void b14() {
  absl::BlockingCounter C(3);
  C.Wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}
class B15 {
public:
  B15() : T([this] { loop(); }) {}
  ~B15() { T.join(); }

private:
  void loop() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
  }
  std::mutex M;
  std::condition_variable Cv;
  std::thread T;
};
