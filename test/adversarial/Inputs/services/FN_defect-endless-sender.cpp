#include <boost/fiber/unbuffered_channel.hpp>
#include <thread>
namespace fb = boost::fibers;
int make();
void use(int);
void stuck(int want) {
    fb::unbuffered_channel<int> ch;
    std::thread gen([&ch] {
        while (ch.push(make()) == fb::channel_op_status::success) {} // FN: forgotten-sender
    });
    for (int i = 0; i < want; ++i) use(ch.value_pop());
    gen.join();
}
