#include <atomic>
#include <condition_variable>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kiosk {

bool readCard(std::string& id);
void charge(const std::string& id);

struct Cancelled : std::exception {};

// a queue that throws on close
class Queue {
public:
    void push(std::string s) {
        std::lock_guard g(m_);
        if (closed_) throw std::logic_error("closed");
        q_.push(std::move(s));
        cv_.notify_one();
    }
    std::string pop() {
        std::unique_lock g(m_);
        cv_.wait(g, [this] { return closed_ || !q_.empty(); });
        if (q_.empty()) throw Cancelled{};
        std::string s = std::move(q_.front());
        q_.pop();
        return s;
    }
    void close() {
        std::lock_guard g(m_);
        closed_ = true;
        cv_.notify_all();
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    std::queue<std::string> q_;
    bool closed_ = false;
};

class Charger {
public:
    Charger() : t_([this] {
        try {
            for (;;) charge(q_.pop());
        } catch (const Cancelled&) {
        }
    }) {}
    ~Charger() {
        q_.close();
        t_.join();
    }
    void add(std::string s) { q_.push(std::move(s)); }
private:
    Queue q_;
    std::thread t_;
};

class UncaughtCharger {
public:
    UncaughtCharger() : t_([this] { // EXPECT: thread-exception-escape
        for (;;) charge(q_.pop());
    }) {}
    ~UncaughtCharger() {
        q_.close();
        t_.join();
    }
private:
    Queue q_;
    std::thread t_;
};

// reader thread asks a predicate functor to stop
template <typename StopPred>
void readCards(Queue& q, StopPred stop) {
    std::string id;
    while (!stop())
        if (readCard(id)) q.push(id);
}

class Kiosk {
public:
    Kiosk() : reader_([this] {
        try {
            readCards(q_, [this] { return stop_.load(); });
        } catch (const std::logic_error& e) {
            std::cerr << e.what();
        }
    }) {}
    ~Kiosk() {
        stop_ = true;
        reader_.join();
        q_.close();
    }
private:
    Queue q_;
    std::atomic<bool> stop_{false};
    std::thread reader_;
};

} // namespace kiosk
