// RUN: %check %s joinery-unjoined-thread -- -DBOOST_THREAD_VERSION=4
// From version 3 of Boost.Thread on, a joinable handle terminates when it is
// destroyed: its destructor's body says so.

#include <boost/thread/thread.hpp>

void work();

void leaves(bool Early) {
  boost::thread Worker(work);
  // CHECK: :[[@LINE-1]]:17: warning: 'Worker' can be destroyed while its thread is not joined, and then the program is terminated; {{.*}} [joinery-unjoined-thread]
  if (Early)
    return;
  Worker.join();
}

void joins(bool Early) {
  boost::thread Worker(work);
  if (Early) {
    Worker.join();
    return;
  }
  Worker.join();
}
