// RUN: %check %s joinery-detached-thread
// Handles that detach when they are dropped: boost::thread of version 2.

#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>

void work();
bool ready();
void keep(boost::thread &Handle);

// Reports.

void earlyReturn(bool Early) {
  boost::thread Worker(work);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' can be destroyed while its task runs, and 'boost::thread' then detaches it silently, because BOOST_THREAD_VERSION is 2 {{.*}} [joinery-detached-thread]
  if (Early)
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: the task is given up here
  Worker.join();
}

void neverJoined() {
  boost::thread Worker(work);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' can be destroyed {{.*}} [joinery-detached-thread]
}

void assignedOver() {
  boost::thread Worker(work);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' can be assigned over {{.*}} [joinery-detached-thread]
  Worker = boost::thread(work);
  Worker.join();
}

void droppedAtOnce() {
  boost::thread{work};
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the handle of this task is dropped at once, and 'boost::thread' then detaches it silently, {{.*}} [joinery-detached-thread]
}

// Silent.

void joined() {
  boost::thread Worker(work);
  Worker.join();
}

void joinedWhereStarted(bool Start) {
  boost::thread Worker;
  if (Start)
    Worker = boost::thread(work);
  if (Worker.joinable())
    Worker.join();
}

void joinedOnBoth(bool Early) {
  boost::thread Worker(work);
  if (Early) {
    Worker.join();
    return;
  }
  Worker.join();
}

void timed() {
  boost::thread Worker(work);
  if (!Worker.try_join_for(boost::chrono::seconds(1)))
    Worker.join();
}

boost::thread returned() {
  boost::thread Worker(work);
  return Worker;
}

void handedOn() {
  boost::thread Worker(work);
  keep(Worker);
}

void grouped() {
  boost::thread_group Workers;
  for (int I = 0; I != 3; ++I)
    Workers.create_thread(work);
  Workers.join_all();
}

struct Joiner {
  boost::thread &Worker;
  ~Joiner() { Worker.join(); }
};

void guarded(bool Early) {
  boost::thread Worker(work);
  Joiner Guard{Worker};
  if (Early)
    return;
  ready();
}

void scoped() { boost::scoped_thread<> Worker{boost::thread(work)}; }
