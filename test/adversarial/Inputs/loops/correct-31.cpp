// select-style cancellation: boost fiber channel push_wait_for, producer gives
// up
#include <atomic>
#include <boost/fiber/all.hpp>
#include <chrono>
#include <thread>
using S = boost::fibers::channel_op_status;
int main() {
  boost::fibers::unbuffered_channel<int> ch;
  std::atomic<bool> stop{false};
  std::thread t([&] {
    for (int i = 0; !stop; ++i)
      while (ch.push_wait_for(i, std::chrono::milliseconds(10)) == S::timeout)
        if (stop)
          return;
  });
  int v = 0;
  ch.pop(v);
  stop = true;
  t.join();
}
