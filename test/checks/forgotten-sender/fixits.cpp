// RUN: %check %s joinery-forgotten-sender --fix-notes --plugin-only
// A fix-it on a note: the smallest capacity that the channel's type allows and
// that holds the sends.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>

#include <chrono>
#include <memory>
#include <thread>

int compute(int part);
bool wanted();

// A fiber channel's capacity is a power of two and holds one less: four for
// two sends.
int needsFour() {
  auto values = std::make_shared<boost::fibers::buffered_channel<int>>(2);
  // FIXED: std::make_shared<boost::fibers::buffered_channel<int>>(4);
  std::thread([values] {
    values->push(compute(1));
    values->push(compute(2));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  // CHECK: :[[@LINE-7]]:{{[0-9]+}}: note: {{.*}}
  // CHECK: {{^ +\| +4$}}
  int value = 0;
  values->pop_wait_for(value, std::chrono::seconds(1));
  return value;
}

// A bounded queue holds as many as it is told.
int needsThree() {
  auto values = std::make_shared<boost::sync_bounded_queue<int>>(2);
  // FIXED: std::make_shared<boost::sync_bounded_queue<int>>(3);
  std::thread([values] {
    values->push_back(compute(1));
    values->push_back(compute(2));
    values->push_back(compute(3));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  // CHECK: :[[@LINE-8]]:{{[0-9]+}}: note: {{.*}}
  // CHECK: {{^ +\| +3$}}
  if (!wanted())
    return -1;
  return values->pull_front();
}
