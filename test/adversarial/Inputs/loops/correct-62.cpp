// RAII closer declared after the channel and before the fiber's joiner
#include <boost/fiber/all.hpp>
#include <chrono>
#include <optional>
using Ch = boost::fibers::unbuffered_channel<int>;
struct Closer {
  Ch &c;
  ~Closer() { c.close(); }
};
struct Joiner {
  boost::fibers::fiber &f;
  ~Joiner() {
    if (f.joinable())
      f.join();
  }
};
std::optional<int> ask() {
  Ch ch;
  boost::fibers::fiber f([&ch] { ch.push(1); });
  Joiner j{f};
  Closer c{ch};
  int v = 0;
  if (ch.pop_wait_for(v, std::chrono::milliseconds(1)) !=
      boost::fibers::channel_op_status::success)
    return {};
  return v;
}
int main() { return ask().has_value(); }
