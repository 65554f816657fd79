// RUN: %check %s --config='{"joinery-detached-thread.AllowTracked": "false"}' joinery-detached-thread
// Without AllowTracked, a detached task is reported however well it is tracked.

#include <future>
#include <latch>
#include <thread>
#include <utility>

void index(int Disk);

// Reports

void latchOfTheFrame() {
  std::latch Done(1);
  std::thread([&Done] {
    index(0);
    Done.count_down();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  Done.wait();
}

void promise() {
  std::promise<void> Done;
  std::future<void> Finished = Done.get_future();
  std::thread([Done = std::move(Done)]() mutable {
    index(0);
    Done.set_value();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  Finished.wait();
}

// Stays silent

void joined() {
  std::thread Indexer(index, 0);
  Indexer.join();
}
