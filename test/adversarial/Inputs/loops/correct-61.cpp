// drained on timeout path: the object that made the channel drains it
#include <boost/fiber/all.hpp>
#include <chrono>
#include <optional>
#include <thread>
using S = boost::fibers::channel_op_status;
std::optional<int> race() {
  boost::fibers::unbuffered_channel<int> ch;
  std::thread t([&ch] { ch.push(1); });
  int v = 0;
  if (ch.pop_wait_for(v, std::chrono::milliseconds(5)) == S::timeout) {
    ch.pop(v); // take the late answer and drop it
    t.join();
    return std::nullopt;
  }
  t.join();
  return v;
}
int main() { return race().has_value(); }
