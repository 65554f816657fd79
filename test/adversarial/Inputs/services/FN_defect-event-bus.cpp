#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <iostream>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace bus {

using Handler = std::function<void(const std::string&)>;

class Bus {
public:
    void subscribe(Handler h) { handlers_.push_back(std::move(h)); }

    void publishAsync(const std::string& topic) {
        for (auto& h : handlers_) {
            pending_.push_back(std::async(std::launch::async, h, topic));
        }
    }
    void settle() {
        for (auto& f : pending_) f.get();
        pending_.clear();
    }
private:
    std::vector<Handler> handlers_;
    std::vector<std::future<void>> pending_;
};

// A one-shot event built on promise.
class Event {
public:
    void set() { p_.set_value(); }
    void wait() { f_.wait(); }
private:
    std::promise<void> p_;
    std::future<void> f_ = p_.get_future();
};

void connect(int i);

void bring_up() {
    Event up;
    std::jthread t([&up] {
        connect(1);
        up.set();
    });
    up.wait();
}

void bring_up_maybe(bool tls) {
    Event up;
    std::jthread t([&up, tls] {
        connect(1);
        if (tls) {
            std::clog << "tls\n";
            return;
        }
        up.set(); // FN: skippable-completion
    });
    up.wait();
}

struct Waiter {
    std::mutex m;
    std::condition_variable cv;
    bool ready = false;
    void notify() {
        { std::lock_guard g(m); ready = true; }
        cv.notify_all();
    }
    void wait() {
        std::unique_lock g(m);
        cv.wait(g, [this] { return ready; });
    }
};

void pingPong() {
    Waiter a, b;
    std::thread t([&] { a.wait(); connect(2); b.notify(); });
    a.notify();
    b.wait();
    t.join();
}

void neverPong() {
    Waiter a, b;
    std::thread t([&] { a.wait(); connect(2); });
    a.notify();
    b.wait(); // FN: forgotten-receiver
    t.join();
}

// atomics wait/notify
void atomicGate() {
    std::atomic<bool> go{false};
    std::jthread t([&] { go.wait(false); connect(3); });
    connect(4);
    go = true;
    go.notify_one();
}

void exclusive() {
    auto gate = std::make_shared<std::latch>(1);
    std::thread([gate] { connect(5); gate->count_down(); }).detach();
    gate->wait();
}

} // namespace bus
