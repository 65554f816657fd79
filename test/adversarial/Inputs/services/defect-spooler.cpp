#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace spool {

void emit(const std::string& s);
bool poll(std::string& s);

class Spooler {
public:
    Spooler() : t_(&Spooler::run, this) {}
    ~Spooler() {
        t_.join(); // EXPECT: join-before-stop
        ch_.close();
    }
    void put(std::string s) { ch_.push(std::move(s)); }
private:
    void run() {
        std::string s;
        while (ch_.pop(s) == boost::fibers::channel_op_status::success) emit(s);
    }
    boost::fibers::buffered_channel<std::string> ch_{16};
    std::thread t_;
};

class SpoolerFixed {
public:
    SpoolerFixed() : t_(&SpoolerFixed::run, this) {}
    ~SpoolerFixed() {
        ch_.close();
        t_.join();
    }
    void put(std::string s) { ch_.push(std::move(s)); }
private:
    void run() {
        std::string s;
        while (ch_.pop(s) == boost::fibers::channel_op_status::success) emit(s);
    }
    boost::fibers::buffered_channel<std::string> ch_{16};
    std::thread t_;
};

class Poller {
public:
    Poller() : t_([this] { while (on_) { std::string s; if (poll(s)) emit(s); } }) {}
private:
    std::atomic<bool> on_{true};
    std::jthread t_; // EXPECT: join-before-stop
};

class PollerFixed {
public:
    PollerFixed() : t_([this] { while (on_) { std::string s; if (poll(s)) emit(s); } }) {}
    ~PollerFixed() { on_ = false; }
private:
    std::atomic<bool> on_{true};
    std::jthread t_;
};

class Batcher {
public:
    Batcher() { t_ = std::thread([this] { run(); }); }
    ~Batcher() {
        stop();
        t_.join();
    }
    void add(std::string s) {
        std::lock_guard g(m_);
        q_.push_back(std::move(s));
        cv_.notify_one();
    }
private:
    void stop() {
        std::lock_guard g(m_);
        stop_ = true; // EXPECT: join-before-stop
    }
    void run() {
        std::unique_lock g(m_);
        while (!stop_) {
            cv_.wait(g, [this] { return stop_ || !q_.empty(); });
            while (!q_.empty()) {
                auto s = std::move(q_.front());
                q_.pop_front();
                g.unlock();
                emit(s);
                g.lock();
            }
        }
    }
    std::mutex m_;
    std::condition_variable cv_;
    std::deque<std::string> q_;
    bool stop_ = false;
    std::thread t_;
};

void tailLocal(int seconds) {
    std::atomic<bool> stop{false};
    std::thread t([&] { while (!stop.load(std::memory_order_acquire)) { std::string s; if (poll(s)) emit(s); } });
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    t.join(); // EXPECT: join-before-stop
    stop.store(true, std::memory_order_release);
}

void tailLocalOk(int seconds) {
    std::atomic<bool> stop{false};
    std::thread t([&] { while (!stop.load(std::memory_order_acquire)) { std::string s; if (poll(s)) emit(s); } });
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    stop.store(true, std::memory_order_release);
    t.join();
}

} // namespace spool
