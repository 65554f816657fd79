// RUN: %check %s joinery-unjoined-thread
// Boost's handles differ in what their destructors do.

#include <boost/fiber/fiber.hpp>
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/thread_guard.hpp>
#include <utility>

void pollSensor();
bool readConfig();

// Reports

void fiberNeverJoined() {
  boost::fibers::fiber Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void fiberSkipped() {
  boost::fibers::fiber Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!readConfig())
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Worker.join();
}

// Stays silent

void fiberJoined() {
  boost::fibers::fiber Worker(pollSensor);
  readConfig();
  Worker.join();
}

void fiberMoved(boost::fibers::fiber &Slot) {
  boost::fibers::fiber Worker(pollSensor);
  Slot = std::move(Worker);
}

void threadJoined() {
  boost::thread Worker(pollSensor);
  Worker.join();
}

void scopedThread() {
  boost::scoped_thread<> Worker{boost::thread(pollSensor)};
  readConfig();
}

void strictScopedThread() {
  boost::strict_scoped_thread<> Worker{boost::thread(pollSensor)};
  readConfig();
}

void group(int Count) {
  boost::thread_group Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.create_thread(pollSensor);
  Workers.join_all();
}

void joiningGuard() {
  boost::thread Worker(pollSensor);
  boost::thread_guard<> Join(Worker);
  readConfig();
}
