#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace own {

// A hand-written bounded channel.
template <typename T>
class Channel {
public:
    explicit Channel(std::size_t cap = 1) : cap_(cap) {}
    bool send(T v) {
        std::unique_lock lk(m_);
        notFull_.wait(lk, [&] { return closed_ || q_.size() < cap_; });
        if (closed_) return false;
        q_.push_back(std::move(v));
        notEmpty_.notify_one();
        return true;
    }
    std::optional<T> receive() {
        std::unique_lock lk(m_);
        notEmpty_.wait(lk, [&] { return closed_ || !q_.empty(); });
        if (q_.empty()) return std::nullopt;
        T v = std::move(q_.front());
        q_.pop_front();
        notFull_.notify_one();
        return v;
    }
    void close() {
        std::lock_guard lk(m_);
        closed_ = true;
        notEmpty_.notify_all();
        notFull_.notify_all();
    }
private:
    std::size_t cap_;
    std::mutex m_;
    std::condition_variable notFull_, notEmpty_;
    std::deque<T> q_;
    bool closed_ = false;
};

void consume(const std::string& s);
std::vector<std::string> produce(int n);

void run(int n) {
    Channel<std::string> ch(4);
    std::jthread c([&ch] { while (auto s = ch.receive()) consume(*s); });
    for (auto& s : produce(n)) ch.send(std::move(s));
    ch.close();
}

void runGuard(int n) {
    Channel<std::string> ch(4);
    std::jthread c([&ch] { while (auto s = ch.receive()) consume(*s); });
    struct Closer {
        Channel<std::string>& ch;
        ~Closer() { ch.close(); }
    } closer{ch};
    for (auto& s : produce(n)) {
        if (s.empty()) return;
        ch.send(std::move(s));
    }
}

class Sink {
public:
    Sink() : t_([this] { loop(); }) {}
    ~Sink() {
        ch_.close();
        t_.join();
    }
    void put(std::string s) { ch_.send(std::move(s)); }
private:
    void loop() {
        for (;;) {
            auto s = ch_.receive();
            if (!s) return;
            consume(*s);
        }
    }
    Channel<std::string> ch_{16};
    std::thread t_;
};

class BadSink {
public:
    BadSink() : t_([this] { loop(); }) {}
    ~BadSink() {
        t_.join(); // EXPECT: unbounded-wait
    }
    void put(std::string s) { ch_.send(std::move(s)); }
private:
    void loop() {
        for (;;) {
            auto s = ch_.receive();
            if (!s) return;
            consume(*s);
        }
    }
    Channel<std::string> ch_{16};
    std::thread t_;
};

} // namespace own
