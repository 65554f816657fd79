// RUN: %check %s joinery-detached-thread
// Boost's threads and fibers.

#include <boost/fiber/fiber.hpp>
#include <boost/thread.hpp>
#include <boost/thread/latch.hpp>
#include <memory>

void pollSensor();

// Reports

void thread() {
  boost::thread(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void namedThread() {
  boost::thread Poller(pollSensor);
  Poller.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void fiber() {
  boost::fibers::fiber(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Stays silent

void joined() {
  boost::thread Poller(pollSensor);
  Poller.join();
}

void joinedFiber() {
  boost::fibers::fiber Poller(pollSensor);
  Poller.join();
}

void joinedGroup() {
  boost::thread_group Pollers;
  Pollers.create_thread(pollSensor);
  Pollers.create_thread(pollSensor);
  Pollers.join_all();
}

void tracked() {
  boost::latch Done(1);
  boost::thread([&Done] {
    pollSensor();
    Done.count_down();
  }).detach();
  Done.wait();
}

void interruptedAndJoined() {
  boost::thread Poller(pollSensor);
  Poller.interrupt();
  Poller.join();
}
