#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace feed {

struct Price { std::string venue; double bid = 0, ask = 0; };
Price ask(const std::string& venue, const std::string& symbol);
bool marketOpen();

using boost::fibers::channel_op_status;

std::optional<Price> askWithin(const std::string& venue, const std::string& symbol, std::chrono::milliseconds limit) {
    auto ch = std::make_shared<boost::fibers::unbuffered_channel<Price>>();
    std::thread worker([ch, venue, symbol] {
        ch->push(ask(venue, symbol)); // EXPECT: forgotten-sender
    });
    worker.detach();
    Price p;
    if (ch->pop_wait_for(p, limit) == channel_op_status::timeout) return std::nullopt;
    return p;
}

std::optional<Price> askWithinClosed(const std::string& venue, const std::string& symbol, std::chrono::milliseconds limit) {
    boost::fibers::unbuffered_channel<Price> ch;
    std::thread worker([&ch, venue, symbol] {
        ch.push(ask(venue, symbol));
    });
    Price p;
    const auto st = ch.pop_wait_for(p, limit);
    ch.close();
    worker.join();
    if (st != channel_op_status::success) return std::nullopt;
    return p;
}

// capacity 2 of buffered channel holds 1 element
Price fastest(const std::string& a, const std::string& b, const std::string& symbol) {
    auto ch = std::make_shared<boost::fibers::buffered_channel<Price>>(4);
    std::jthread ta([=] { ch->push(ask(a, symbol)); });
    std::jthread tb([=] { ch->push(ask(b, symbol)); });
    return ch->value_pop();
}

Price fastestOfMany(const std::vector<std::string>& venues, const std::string& symbol) {
    boost::fibers::buffered_channel<Price> ch(4);
    std::vector<std::jthread> ts;
    for (const auto& v : venues)
        ts.emplace_back([&ch, v, &symbol] {
            ch.push(ask(v, symbol)); // EXPECT: forgotten-sender
        });
    return ch.value_pop();
}

Price allOf(const std::vector<std::string>& venues, const std::string& symbol) {
    boost::fibers::buffered_channel<Price> ch(4);
    std::vector<std::jthread> ts;
    for (const auto& v : venues)
        ts.emplace_back([&ch, v, &symbol] { ch.push(ask(v, symbol)); });
    Price best;
    for (std::size_t i = 0; i < venues.size(); ++i) {
        Price p = ch.value_pop();
        if (p.bid > best.bid) best = p;
    }
    return best;
}

} // namespace feed
