// RUN: %check %s joinery-incomplete-work
// An early return skips the join that the other path makes.

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

void convert(int Page);
bool diskFull();

int main(int Argc, char **) {
  boost::asio::thread_pool Pool(2);
  // No job is posted yet.
  if (Argc < 2)
    return 2;
  for (int Page = 0; Page < 100; ++Page)
    boost::asio::post(Pool, [Page] { convert(Page); });
  if (diskFull())
    return 1;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  Pool.join();
  return 0;
}
