// RUN: %check %s joinery-unjoined-thread -- -std=c++17
// Before C++20 there is no std::jthread to offer.

#include <thread>
#include <vector>

void pollSensor();
bool readConfig();

void neverJoined() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
  // CHECK-NOT: jthread
}

void joined() {
  std::thread Worker(pollSensor);
  Worker.join();
}

void joinedInALoop() {
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back(pollSensor);
  for (auto &Worker : Workers)
    Worker.join();
}
