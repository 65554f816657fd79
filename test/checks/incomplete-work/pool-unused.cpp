// RUN: %check %s joinery-incomplete-work
// A pool to which nobody posts has nothing to drop.

#include <boost/asio/thread_pool.hpp>

int main() {
  boost::asio::thread_pool Pool(2);
  Pool.stop();
  return 0;
}
