#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace reader {

std::optional<std::string> readNext(int src);
void consume(const std::string& s);

// semaphore as queue counter, with sentinel on stop
class Queue {
public:
    void put(std::string s) {
        {
            std::lock_guard g(m_);
            q_.push_back(std::move(s));
        }
        items_.release();
    }
    std::optional<std::string> take(std::stop_token st) {
        items_.acquire();
        if (st.stop_requested()) return std::nullopt;
        std::lock_guard g(m_);
        auto s = std::move(q_.front());
        q_.pop_front();
        return s;
    }
    void wake() { items_.release(); }
private:
    std::mutex m_;
    std::deque<std::string> q_;
    std::counting_semaphore<> items_{0};
};

class Consumer {
public:
    Consumer() : t_([this](std::stop_token st) {
        while (auto s = q_.take(st)) consume(*s);
    }) {}
    ~Consumer() {
        t_.request_stop();
        q_.wake();
    }
    void put(std::string s) { q_.put(std::move(s)); }
private:
    Queue q_;
    std::jthread t_;
};

class ForgetsToWake {
public:
    ForgetsToWake() : t_([this](std::stop_token st) {
        while (auto s = q_.take(st)) consume(*s);
    }) {}
    ~ForgetsToWake() { t_.request_stop(); }
    void put(std::string s) { q_.put(std::move(s)); }
private:
    Queue q_;
    std::jthread t_;
};

// producer with bounded permits, both directions
void copyAll(int src) {
    std::counting_semaphore<8> room(8), items(0);
    std::mutex m;
    std::deque<std::optional<std::string>> q;
    std::jthread sink([&] {
        for (;;) {
            items.acquire();
            std::optional<std::string> s;
            {
                std::lock_guard g(m);
                s = std::move(q.front());
                q.pop_front();
            }
            room.release();
            if (!s) return;
            consume(*s);
        }
    });
    for (bool more = true; more;) {
        auto s = readNext(src);
        more = s.has_value();
        room.acquire();
        {
            std::lock_guard g(m);
            q.push_back(std::move(s));
        }
        items.release();
    }
}

void copySome(int src) {
    std::counting_semaphore<8> items(0);
    std::jthread sink([&] {
        for (int i = 0; i < 3; ++i) {
            items.acquire(); // EXPECT: forgotten-receiver
            consume("tick");
        }
    });
    if (auto s = readNext(src)) consume(*s);
}

} // namespace reader
