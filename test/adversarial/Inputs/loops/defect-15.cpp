// first of three answers through an unbuffered channel
#include <boost/fiber/unbuffered_channel.hpp>
#include <memory>
#include <thread>
#include <vector>
using Ch = boost::fibers::unbuffered_channel<int>;
static int ask(int replica) { return replica; }
int first() {
  auto ch = std::make_shared<Ch>();
  std::vector<std::thread> ts;
  for (int i = 0; i < 3; ++i)
    ts.emplace_back([ch, i] { ch->push(ask(i)); }); // EXPECT: forgotten-sender
  int v = ch->value_pop();
  for (auto &t : ts)
    t.join();
  return v;
}
int main() { return first(); }
