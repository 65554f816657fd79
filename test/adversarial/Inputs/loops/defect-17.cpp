// returns receiving end
#include <boost/fiber/all.hpp>
#include <memory>
using Ch = boost::fibers::unbuffered_channel<int>;
static int slow() { return 5; }
std::shared_ptr<Ch> compute() {
  auto ch = std::make_shared<Ch>();
  boost::fibers::fiber([ch] { ch->push(slow()); }).detach(); // EXPECT: detached-thread, forgotten-sender
  return ch;
}
