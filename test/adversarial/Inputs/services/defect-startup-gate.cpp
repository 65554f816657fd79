#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <queue>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>
#include <boost/fiber/buffered_channel.hpp>

namespace gate {

void warm(int i);
void handle(int v);

void startAll(int n) {
    std::latch ready(n);
    std::vector<std::jthread> ts;
    for (int i = 0; i < n; ++i) ts.emplace_back([i] { warm(i); });
    ready.wait(); // EXPECT: forgotten-receiver
}

void startAllSignalled(int n) {
    std::latch ready(n);
    std::vector<std::jthread> ts;
    for (int i = 0; i < n; ++i)
        ts.emplace_back([i, &ready] { warm(i); ready.count_down(); });
    ready.wait();
}

void pump() {
    boost::fibers::buffered_channel<int> ch(8);
    std::jthread consumer([&ch] {
        for (int v : ch) handle(v); // EXPECT: forgotten-receiver
    });
    for (int i = 0; i < 100; ++i) ch.push(i);
}

void pumpClosed() {
    boost::fibers::buffered_channel<int> ch(8);
    std::jthread consumer([&ch] {
        for (int v : ch) handle(v);
    });
    for (int i = 0; i < 100; ++i) ch.push(i);
    ch.close();
}

class Startup {
public:
    void begin() {
        worker_ = std::jthread([this] {
            warm(0);
            std::lock_guard g(m_);
            up_ = true;
        });
        std::unique_lock g(m_);
        cv_.wait(g, [this] { return up_; }); // EXPECT: forgotten-receiver
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    bool up_ = false;
    std::jthread worker_;
};

class StartupFixed {
public:
    void begin() {
        worker_ = std::jthread([this] {
            warm(0);
            {
                std::lock_guard g(m_);
                up_ = true;
            }
            cv_.notify_one();
        });
        std::unique_lock g(m_);
        cv_.wait(g, [this] { return up_; });
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    bool up_ = false;
    std::jthread worker_;
};

void semGate() {
    std::binary_semaphore go(0);
    std::jthread t([&] { go.acquire(); warm(1); });
    warm(0);
    go.release();
}

void semGateForgot(bool fast) {
    std::binary_semaphore go(0);
    std::jthread t([&] {
        go.acquire(); // EXPECT: forgotten-receiver
        warm(1);
    });
    if (fast) return;
    warm(0);
    go.release();
}

} // namespace gate
