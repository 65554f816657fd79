// RUN: %check %s joinery-incomplete-work
// A pool whose jobs are awaited before it is stopped has done them.

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/thread/latch.hpp>
#include <string>

void convert(const std::string &File);

int main(int Argc, char **Argv) {
  boost::asio::thread_pool Pool(4);
  boost::latch Converted(Argc > 1 ? Argc - 1 : 0);
  for (int I = 1; I < Argc; ++I)
    boost::asio::post(Pool, [&Converted, File = std::string(Argv[I])] {
      convert(File);
      Converted.count_down();
    });
  Converted.wait();
  Pool.stop();
  return 0;
}
