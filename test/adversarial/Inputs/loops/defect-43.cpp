// throw between spawn and receive leaves the sender
#include <boost/fiber/unbuffered_channel.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
int lookup(int key) {
  auto ch = std::make_shared<boost::fibers::unbuffered_channel<int>>();
  std::jthread t([ch, key] { ch->push(key * 2); }); // EXPECT: forgotten-sender
  if (key < 0)
    throw std::invalid_argument("key");
  return ch->value_pop();
}
