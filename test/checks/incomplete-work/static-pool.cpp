// RUN: %check %s joinery-incomplete-work
// A pool of the program drops its queued jobs when the statics are destroyed.

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

void convert(int Page);
bool wanted();

static boost::asio::thread_pool Joined(2);
static boost::asio::thread_pool Dropped(2);

int main() {
  boost::asio::post(Joined, [] { convert(1); });
  Joined.join();
  if (!wanted())
    return 1;
  boost::asio::post(Dropped, [] { convert(2); });
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}
