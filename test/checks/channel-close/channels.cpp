// RUN: %check %s joinery-*
// Closes, and what comes after them, with all checks at once.

#include <boost/fiber/all.hpp>
#include <boost/thread/sync_bounded_queue.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>
#define BOOST_ASIO_NO_DEPRECATED
void work();
bool cond();
template <typename T> using Chan = boost::fibers::buffered_channel<T>;
using Queue = boost::sync_bounded_queue<int>;
// Silent.
void closeTwiceHarmless() {
  Chan<int> C(4);
  C.close();
  C.close();
}
void closeOnce() {
  Chan<int> C(4);
  C.push(1);
  C.close();
}
void closeBranches() {
  Chan<int> C(4);
  if (cond()) {
    C.close();
    return;
  }
  C.push(1);
  C.close();
}
void loopNewChannel() {
  for (int I = 0; I < 3; ++I) {
    Chan<int> C(4);
    C.push(1);
    C.close();
  }
}
void producerCloses() {
  Chan<int> C(4);
  std::thread T([&] {
    for (int I = 0; I < 3; ++I)
      C.push(I);
    C.close();
  });
  int V;
  while (C.pop(V) == boost::fibers::channel_op_status::success)
    work();
  T.join();
}
void ownerClosesAfterJoin() {
  Chan<int> C(64);
  std::vector<std::thread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back([&] { C.push(1); });
  for (auto &T : Ts)
    T.join();
  C.close();
}
void tryPushAfterClose() {
  Chan<int> C(4);
  C.close();
  if (C.try_push(1) == boost::fibers::channel_op_status::closed)
    work();
}
void pushStatusChecked() {
  Chan<int> C(4);
  std::thread T([&] {
    int V;
    C.pop(V);
    C.close();
  });
  T.join();
}
void receiverOwnsItsChannel() {
  std::thread T([] {
    Chan<int> C(4);
    C.push(1);
    int V;
    C.pop(V);
    C.close();
  });
  T.join();
}
void nullCheck(std::unique_ptr<Chan<int>> C) {
  if (C)
    C->close();
}
void resetThenMake() {
  auto C = std::make_unique<Chan<int>>(4);
  C->close();
  C = std::make_unique<Chan<int>>(4);
  C->push(1);
  C->close();
}
// Bad.
void b1() {
  Chan<int> C(4);
  C.close();
  C.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
void b2() {
  Chan<int> C(4);
  if (cond())
    C.close();
  C.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
void b3() {
  auto C = std::make_unique<Chan<int>>(4);
  auto D = std::move(C);
  C->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  D->close();
}
void b4() {
  std::unique_ptr<Chan<int>> C;
  C->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
void b5() {
  Chan<int> C(64);
  std::thread P([&] {
    for (int I = 0; I < 30; ++I)
      C.push(I);
  });
  std::thread R([&] {
    int V;
    C.pop(V);
    C.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  });
  P.join();
  R.join();
}
void b6() {
  Chan<int> C(64);
  std::vector<std::thread> Ts;
  for (int I = 0; I < 3; ++I)
    Ts.emplace_back([&] {
      C.push(1);
      C.close();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
    });
  for (auto &T : Ts)
    T.join();
}
void b7() {
  Chan<int> C(64);
  std::thread A([&] {
    C.push(1);
    C.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  });
  std::thread B([&] { C.push(2); });
  A.join();
  B.join();
}
struct Bus {
  ~Bus() { C.close(); }
  void finish() { C.close(); }
  Chan<int> C{8};
};
void b8() {
  Queue Q(4);
  Q.close();
  Q.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
void b9() {
  std::shared_ptr<Chan<int>> C = nullptr;
  if (cond())
    work();
  C->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
void closeHelper(Chan<int> &C) { C.close(); }
void b10() {
  Chan<int> C(4);
  closeHelper(C);
  C.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
void b11() {
  Chan<int> C(4);
  for (int I = 0; I < 3; ++I) {
    C.push(I);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
    C.close();
  }
}
