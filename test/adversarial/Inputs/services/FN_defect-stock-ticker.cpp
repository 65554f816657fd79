#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace ticker {

using boost::fibers::channel_op_status;
struct Tick { std::string sym; double px = 0; };
using Ticks = boost::fibers::buffered_channel<Tick>;
Tick read(const std::string& sym);
void draw(const Tick& t);
bool sane(const Tick& t);

class Board {
public:
    Board() : ticks_(64), drawer_([this] { drawLoop(); }) {}
    ~Board() {
        ticks_.close();
        if (drawer_.joinable()) drawer_.join();
    }
    void feed(const std::vector<std::string>& syms) {
        for (auto& s : syms) ticks_.push(read(s));
    }
private:
    void drawLoop() {
        Tick t;
        for (;;) {
            switch (ticks_.pop(t)) {
            case channel_op_status::success: draw(t); break;
            case channel_op_status::closed: return;
            default: break;
            }
        }
    }
    Ticks ticks_;
    std::thread drawer_;
};

double firstPrice(const std::string& sym) {
    boost::fibers::unbuffered_channel<Tick> ch;
    std::jthread t([&] { ch.push(read(sym)); });
    Tick k = ch.value_pop();
    if (!sane(k)) throw std::runtime_error("price");
    return k.px;
}

double firstPriceThrows(const std::string& sym) {
    boost::fibers::unbuffered_channel<Tick> ch;
    std::jthread t([&] {
        ch.push(read(sym)); // EXPECT: forgotten-sender
    });
    if (sym.empty()) throw std::invalid_argument("sym");
    return ch.value_pop().px;
}

double firstPriceChecked(const std::string& sym) {
    if (sym.empty()) throw std::invalid_argument("sym");
    boost::fibers::unbuffered_channel<Tick> ch;
    std::jthread t([&] { ch.push(read(sym)); });
    return ch.value_pop().px;
}

// stop when sink closes
void generator(const std::string& sym, int want) {
    boost::fibers::unbuffered_channel<Tick> ch;
    std::thread gen([&ch, sym] {
        while (ch.push(read(sym)) == channel_op_status::success) {}
    });
    for (int i = 0; i < want; ++i) {
        Tick t;
        if (ch.pop(t) != channel_op_status::success) break;
        draw(t);
    }
    ch.close();
    gen.join();
}

void generatorStuck(const std::string& sym, int want) {
    boost::fibers::unbuffered_channel<Tick> ch;
    std::thread gen([&ch, sym] {
        while (ch.push(read(sym)) == channel_op_status::success) {} // FN: forgotten-sender
    });
    for (int i = 0; i < want; ++i) {
        Tick t;
        ch.pop(t);
        draw(t);
    }
    gen.join();
}

// try_push never blocks
void lossy(const std::string& sym) {
    Ticks ch(2);
    std::jthread gen([&ch, sym](std::stop_token st) {
        while (!st.stop_requested()) (void)ch.try_push(read(sym));
    });
    Tick t;
    if (ch.pop_wait_for(t, std::chrono::seconds(1)) == channel_op_status::success) draw(t);
}

} // namespace ticker
