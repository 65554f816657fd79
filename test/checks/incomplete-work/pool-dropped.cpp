// RUN: %check %s joinery-incomplete-work
// A pool's destructor drops the jobs that are still queued.

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <string>

void convert(const std::string &File);

int main(int Argc, char **Argv) {
  boost::asio::thread_pool Pool(4);

  for (int I = 1; I < Argc; ++I)
    boost::asio::post(Pool, [File = std::string(Argv[I])] { convert(File); });
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}
