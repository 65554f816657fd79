// RUN: %check %s joinery-uninterruptible-sleep --config='{"joinery-uninterruptible-sleep.ThresholdMs": 1000}'
// What counts as long is said by an option.

#include <chrono>
#include <stop_token>
#include <thread>

void poll();

void often(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(900));
  }
}

void seldom(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
  }
}

void start() { std::jthread A(often), B(seldom); }
