// early return between spawn and receive
#include <boost/fiber/unbuffered_channel.hpp>
#include <memory>
#include <thread>
bool cached(int key, int *out);
int lookup(int key) {
  auto ch = std::make_shared<boost::fibers::unbuffered_channel<int>>();
  std::jthread t([ch, key] { ch->push(key * 2); }); // EXPECT: forgotten-sender
  int v = 0;
  if (cached(key, &v))
    return v;
  ch->pop(v);
  return v;
}
