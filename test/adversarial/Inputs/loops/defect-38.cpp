// closed twice: boost sync queue? harmless; use null channel pointer instead
#include <boost/fiber/buffered_channel.hpp>
#include <memory>
#include <utility>
using Ch = boost::fibers::buffered_channel<int>;
void consume(std::unique_ptr<Ch> c);
void run() {
  auto ch = std::make_unique<Ch>(8);
  ch->push(1);
  consume(std::move(ch));
  ch->close(); // EXPECT: channel-close
}
