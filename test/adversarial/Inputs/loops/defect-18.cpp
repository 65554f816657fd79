// receive loop ends only when closed; nobody closes
#include <boost/fiber/all.hpp>
int main() {
  boost::fibers::buffered_channel<int> ch{16};
  long sum = 0;
  boost::fibers::fiber f([&] {
    for (int v : ch) // EXPECT: forgotten-receiver
      sum += v;
  });
  for (int i = 0; i < 4; ++i)
    ch.push(i);
  f.join();
  return sum == 6 ? 0 : 1;
}
