// RUN: %check %s joinery-incomplete-work
// A pool that is joined has done its jobs.

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <string>

void convert(const std::string &File);

int main(int Argc, char **Argv) {
  boost::asio::thread_pool Pool(4);

  for (int I = 1; I < Argc; ++I)
    boost::asio::post(Pool, [File = std::string(Argv[I])] { convert(File); });
  Pool.join();
  return 0;
}
