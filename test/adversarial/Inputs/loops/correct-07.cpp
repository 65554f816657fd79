// boost fiber buffered channel pipeline, producer closes
#include <boost/fiber/all.hpp>
#include <iostream>
int main() {
  boost::fibers::buffered_channel<int> ch{8};
  boost::fibers::fiber producer([&ch] {
    for (int i = 0; i < 100; ++i)
      if (ch.push(i) != boost::fibers::channel_op_status::success)
        return;
    ch.close();
  });
  long sum = 0;
  int v;
  while (boost::fibers::channel_op_status::success == ch.pop(v))
    sum += v;
  producer.join();
  std::cout << sum << '\n';
}
