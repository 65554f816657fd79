#include <boost/fiber/all.hpp>
#include <chrono>
#include <memory>
#include <string>
using Chan = boost::fibers::unbuffered_channel<std::string>;
int fetch(std::string &out) {
  auto ch = std::make_shared<Chan>();
  boost::fibers::fiber f([ch] { ch->push(std::string("answer")); }); // EXPECT: forgotten-sender
  auto st = ch->pop_wait_for(out, std::chrono::milliseconds(100));
  if (st != boost::fibers::channel_op_status::success) {
    f.join();
    return -1;
  }
  f.join();
  return 0;
}
