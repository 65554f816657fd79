// first answer wins: capacity holds all answers
#include <boost/fiber/buffered_channel.hpp>
#include <memory>
#include <thread>
#include <vector>
using Ch = boost::fibers::buffered_channel<int>;
static int query(int replica) { return replica * 3; }
int fastest() {
  auto ch = std::make_shared<Ch>(4); // usable 3
  std::vector<std::thread> ts;
  for (int i = 0; i < 3; ++i)
    ts.emplace_back([ch, i] { ch->push(query(i)); });
  int v = ch->value_pop();
  for (auto &t : ts)
    t.join();
  return v;
}
int main() { return fastest() < 0; }
