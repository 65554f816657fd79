// timeout path closes the channel before joining (Boost.Fiber: close wakes the
// pusher)
#include <boost/fiber/all.hpp>
#include <chrono>
#include <optional>
std::optional<int> ask(std::chrono::milliseconds limit) {
  boost::fibers::unbuffered_channel<int> ch;
  boost::fibers::fiber f([&ch] {
    int v = 41;
    boost::this_fiber::sleep_for(std::chrono::milliseconds(5));
    ch.push(v + 1);
  });
  int out = 0;
  auto st = ch.pop_wait_for(out, limit);
  ch.close();
  f.join();
  if (st != boost::fibers::channel_op_status::success)
    return std::nullopt;
  return out;
}
int main() { return ask(std::chrono::milliseconds(50)).value_or(0); }
