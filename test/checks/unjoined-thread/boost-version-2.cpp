// RUN: %check %s joinery-unjoined-thread
// Version 2 of Boost.Thread, the default, detaches: nothing is terminated.

#include <boost/thread/thread.hpp>

void work();

void leaves(bool Early) {
  boost::thread Worker(work);
  if (Early)
    return;
  Worker.join();
}
