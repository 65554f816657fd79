// RUN: %check %s joinery-unowned-future -- -std=c++20 -DBOOST_THREAD_VERSION=4
// boost::async's future waits in its destructor, as the standard one does;
// fiber futures and Boost promises' futures do not.
#include <boost/fiber/future.hpp>
#include <boost/thread/future.hpp>

#include <chrono>
#include <utility>

int measure();
void flush();
void idle();

// Reports.

void discardsABoostFuture() {
  boost::async(boost::launch::async, flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

// Stays silent.

int readsABoostFuture() {
  auto size = boost::async(boost::launch::async, measure);
  idle();
  return size.get();
}

void waitsForABoostFuture() { boost::async(flush).wait(); }

boost::future<int> returnsABoostFuture() {
  return boost::async(boost::launch::async, measure);
}

int leavesABoostPromisesFuture(bool hurried) {
  boost::promise<int> size;
  auto measured = size.get_future();
  boost::thread worker([&size] { size.set_value(measure()); });
  worker.join();
  if (hurried)
    return 0;
  return measured.get();
}

int readsAFiberFuture() {
  auto size = boost::fibers::async(measure);
  idle();
  return size.get();
}

int givesUpOnAFiberPromise() {
  boost::fibers::promise<int> size;
  auto measured = size.get_future();
  boost::fibers::fiber worker([&size] { size.set_value(measure()); });
  worker.join();
  if (measured.wait_for(std::chrono::milliseconds(1)) !=
      boost::fibers::future_status::ready)
    return 0;
  return measured.get();
}
