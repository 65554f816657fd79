// RUN: %check %s joinery-*
// Futures of a promise that are shared, moved or copied.

#include <future>
#include <thread>
void work();
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
  std::promise<void> Go;
  std::shared_future<void> F = Go.get_future().share();
  std::jthread T([&F] {
    F.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    work();
  });
}
void b12() {
  std::promise<void> Go;
  std::shared_future<void> F(Go.get_future());
  std::jthread T([&F] {
    F.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    work();
  });
}
void b13() {
  std::promise<void> Go;
  auto F = Go.get_future();
  std::jthread T([&F] {
    F.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    work();
  });
}
void b14() {
  std::promise<void> Go;
  auto F = Go.get_future();
  std::jthread T([F = std::move(F)] {
    F.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    work();
  });
}
