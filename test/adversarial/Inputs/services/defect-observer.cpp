#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace obs {

void handle(int v);
int nextValue();

// base starts thread in derived-supplied function
class Runnable {
public:
    virtual ~Runnable() { stop(); }
    void start() {
        std::lock_guard g(m_);
        if (t_) return;
        t_ = std::make_unique<std::thread>([this] { run(); });
    }
    void stop() {
        std::unique_ptr<std::thread> t;
        {
            std::lock_guard g(m_);
            quit_ = true;
            t = std::move(t_);
        }
        cv_.notify_all();
        if (t) t->join();
    }
protected:
    virtual void run() {}
    bool waitQuit(int ms) {
        std::unique_lock lk(m_);
        return cv_.wait_for(lk, std::chrono::milliseconds(ms), [this] { return quit_; });
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    bool quit_ = false;
    std::unique_ptr<std::thread> t_;
};

class Sampler : public Runnable {
public:
    ~Sampler() override { stop(); }
protected:
    void run() override {
        while (!waitQuit(250)) handle(nextValue());
    }
};

// weak_ptr loops
class Cache : public std::enable_shared_from_this<Cache> {
public:
    static std::shared_ptr<Cache> make() {
        auto c = std::make_shared<Cache>();
        std::thread([w = std::weak_ptr<Cache>(c)] {
            while (auto s = w.lock()) {
                s->evict();
                std::this_thread::yield();
            }
        }).detach(); // EXPECT: detached-thread
        return c;
    }
private:
    void evict() { handle(0); }
};

// stop callback wakes a plain cv
class Feed {
public:
    Feed() : t_([this](std::stop_token st) {
        std::stop_callback wake(st, [this] { cv_.notify_all(); });
        std::unique_lock lk(m_);
        while (!st.stop_requested()) {
            cv_.wait(lk, [&] { return st.stop_requested() || !q_.empty(); });
            for (int v : std::exchange(q_, {})) handle(v);
        }
    }) {}
    void push(int v) {
        std::lock_guard g(m_);
        q_.push_back(v);
        cv_.notify_one();
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    std::vector<int> q_;
    std::jthread t_;
};

// swap-and-join on reconfigure
class Rotating {
public:
    void reconfigure(int n) {
        std::vector<std::jthread> fresh;
        for (int i = 0; i < n; ++i)
            fresh.emplace_back([i](std::stop_token st) { while (!st.stop_requested()) handle(i); });
        ts_.swap(fresh);
    }
private:
    std::vector<std::jthread> ts_;
};

class RotatingPlain {
public:
    void reconfigure(int n) {
        stopAll();
        stop_ = false;
        for (int i = 0; i < n; ++i)
            ts_.push_back(std::thread([this, i] { while (!stop_) handle(i); }));
    }
    ~RotatingPlain() { stopAll(); }
private:
    void stopAll() {
        stop_ = true;
        std::vector<std::thread> old;
        std::swap(old, ts_);
        for (auto& t : old) t.join();
    }
    std::atomic<bool> stop_{false};
    std::vector<std::thread> ts_;
};

} // namespace obs
