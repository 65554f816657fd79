// RUN: %check %s joinery-late-count-up --fix-notes
// The count-up that is the first statement moves before the spawn.

#include <atomic>
#include <thread>

void work();

void run() {
  std::atomic<int> Running{0};
  // FIXED: ++Running;
  // FIXED-NEXT: std::jthread Worker([&Running] {
  // FIXED-NOT: ++Running;
  std::jthread Worker([&Running] {
    ++Running;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    --Running;
  });
  while (Running != 0)
    std::this_thread::yield();
}
