#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace pipeline {

using boost::fibers::channel_op_status;
using Ch = boost::fibers::buffered_channel<std::string>;

std::vector<std::string> lines(int part);
void sink(const std::string& s);

void afterClose() {
    Ch ch(8);
    std::thread t([&ch] { for (auto& s : ch) sink(s); });
    for (auto& s : lines(0)) ch.push(s);
    ch.close();
    ch.push("trailer"); // EXPECT: channel-close
    t.join();
}

void manyProducers(int n) {
    Ch ch(8);
    std::vector<std::thread> ps;
    for (int i = 0; i < n; ++i)
        ps.emplace_back([&ch, i] {
            for (auto& s : lines(i)) ch.push(s);
            ch.close(); // EXPECT: channel-close
        });
    std::string s;
    while (ch.pop(s) == channel_op_status::success) sink(s);
    for (auto& p : ps) p.join();
}

void manyProducersOk(int n) {
    Ch ch(8);
    std::vector<std::thread> ps;
    for (int i = 0; i < n; ++i)
        ps.emplace_back([&ch, i] { for (auto& s : lines(i)) ch.push(s); });
    std::thread closer([&] {
        for (auto& p : ps) p.join();
        ch.close();
    });
    std::string s;
    while (ch.pop(s) == channel_op_status::success) sink(s);
    closer.join();
}

void receiverCloses() {
    Ch ch(8);
    std::thread t([&ch] {
        std::string s;
        while (ch.pop(s) == channel_op_status::success) {
            if (s == "quit") {
                ch.close(); // EXPECT: channel-close
                break;
            }
            sink(s);
        }
    });
    for (auto& s : lines(0)) ch.push(s);
    t.join();
}

void stageMain(Ch& in, Ch& out) {
    for (auto& s : in) out.push(s + "!");
    out.close();
}

void stages() {
    Ch a(8), b(8);
    std::thread t(stageMain, std::ref(a), std::ref(b));
    std::thread u([&b] { for (auto& s : b) sink(s); });
    for (auto& s : lines(0)) a.push(s);
    a.close();
    t.join();
    u.join();
}

void moved() {
    auto ch = std::make_unique<Ch>(8);
    auto other = std::move(ch);
    other->push("x");
    ch->close(); // EXPECT: channel-close
    other->close();
}

} // namespace pipeline
