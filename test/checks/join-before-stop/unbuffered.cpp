// RUN: %check %s joinery-*
// A task that is blocked in a send.

#include <boost/fiber/all.hpp>
#include <thread>
void d7() {
  boost::fibers::unbuffered_channel<int> C;
  std::thread T([&] { C.push(1); });
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  C.close();
}
void d7b() {
  boost::fibers::unbuffered_channel<int> C;
  std::thread T([&] { C.push(1); });
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  int V;
  C.pop(V);
}
