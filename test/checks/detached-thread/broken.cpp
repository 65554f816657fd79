// RUN: %check %s joinery-detached-thread
// Code that does not compile takes nothing from the code around it.

#include <thread>

void pollSensor();

void before() {
  std::thread(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void broken() {
  std::thread Poller(pollSensor);
  Poller.unknownMember();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}unknownMember
  Undeclared Thing = ;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}Undeclared
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: error: expected expression
}

void joined() {
  std::thread Poller(pollSensor);
  Poller.join();
}

void after() {
  std::thread(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}
