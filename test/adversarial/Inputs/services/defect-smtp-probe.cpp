#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <iostream>
#include <latch>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace probe {

bool ping(const std::string& host, std::stop_token st);
bool pingPlain(const std::string& host);

// race; first success cancels others
bool any(const std::vector<std::string>& hosts) {
    std::stop_source src;
    std::promise<bool> winner;
    std::atomic<bool> set{false};
    std::atomic<std::size_t> left{hosts.size()};
    auto f = winner.get_future();
    std::vector<std::jthread> ts;
    for (auto& h : hosts)
        ts.emplace_back([&, h] {
            const bool ok = ping(h, src.get_token());
            const bool last = left.fetch_sub(1) == 1;
            if ((ok || last) && !set.exchange(true)) winner.set_value(ok);
        });
    const bool r = f.get();
    src.request_stop();
    return r;
}

// join with helper thread as watchdog
bool withWatchdog(const std::string& h, std::chrono::seconds limit) {
    std::mutex m;
    std::condition_variable cv;
    bool done = false;
    std::stop_source src;
    std::thread dog([&] {
        std::unique_lock lk(m);
        if (!cv.wait_for(lk, limit, [&] { return done; })) src.request_stop();
    });
    const bool ok = ping(h, src.get_token());
    {
        std::lock_guard lk(m);
        done = true;
    }
    cv.notify_one();
    dog.join();
    return ok;
}

// latch with exception-safe arrival, counts hosts
int reachable(const std::vector<std::string>& hosts) {
    std::latch l(static_cast<std::ptrdiff_t>(hosts.size()) + 1);
    std::atomic<int> n{0};
    std::vector<std::jthread> ts;
    for (auto& h : hosts)
        ts.emplace_back([&, h] {
            if (pingPlain(h)) ++n;
            l.count_down();
        });
    l.arrive_and_wait();
    return n;
}

int reachableOff(const std::vector<std::string>& hosts) {
    std::latch l(static_cast<std::ptrdiff_t>(hosts.size()) + 1);
    std::atomic<int> n{0};
    std::vector<std::jthread> ts;
    for (auto& h : hosts)
        ts.emplace_back([&, h] {
            if (!pingPlain(h)) return;
            ++n;
            l.count_down(); // EXPECT: skippable-completion
        });
    l.arrive_and_wait();
    return n;
}

// call_once/promise initialisation
class Once {
public:
    void init() {
        std::call_once(flag_, [this] { ready_.set_value(); });
    }
    void wait() { fut_.wait(); }
private:
    std::once_flag flag_;
    std::promise<void> ready_;
    std::shared_future<void> fut_{ready_.get_future()};
};

void useOnce() {
    Once o;
    std::jthread a([&o] { pingPlain("a"); o.init(); });
    std::jthread b([&o] { pingPlain("b"); o.init(); });
    o.wait();
}

} // namespace probe
