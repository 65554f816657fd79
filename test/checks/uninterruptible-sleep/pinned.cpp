// RUN: %check %s joinery-uninterruptible-sleep
// Known to be wrong: the pause of a barrier that spins is short whatever it is
// given, and no timed wait could take its place.

#include <atomic>
#include <chrono>
#include <thread>

void work();

struct SpinBarrier {
  std::atomic<int> Left{2};
  void pass() {
    --Left;
    for (int Round = 1; Left > 0; ++Round)
      std::this_thread::sleep_for(std::chrono::microseconds(Round));
    // CHECK: :[[@LINE-1]]:7: warning: {{.*}} [joinery-uninterruptible-sleep]
  }
};

void FP_spins(SpinBarrier &Barrier, std::atomic<bool> &Stopping) {
  std::jthread Worker([&Barrier, &Stopping] {
    while (!Stopping) {
      work();
      Barrier.pass();
    }
  });
}
