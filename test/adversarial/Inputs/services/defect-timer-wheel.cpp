#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace timers {

using Clock = std::chrono::steady_clock;

class TimerQueue {
public:
    TimerQueue() : worker_([this] { loop(); }) {}
    ~TimerQueue() {
        {
            std::scoped_lock lock(mutex_);
            quit_ = true;
        }
        changed_.notify_all();
        worker_.join();
    }
    void at(Clock::time_point when, std::function<void()> fn) {
        {
            std::scoped_lock lock(mutex_);
            timers_.emplace(when, std::move(fn));
        }
        changed_.notify_one();
    }
private:
    void loop() {
        std::unique_lock lock(mutex_);
        while (!quit_) {
            if (timers_.empty()) {
                changed_.wait(lock);
                continue;
            }
            const auto next = timers_.begin()->first;
            if (Clock::now() < next) {
                changed_.wait_until(lock, next);
                continue;
            }
            auto fn = std::move(timers_.begin()->second);
            timers_.erase(timers_.begin());
            lock.unlock();
            fn();
            lock.lock();
        }
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::multimap<Clock::time_point, std::function<void()>> timers_;
    bool quit_ = false;
    std::thread worker_;
};

class Debouncer {
public:
    explicit Debouncer(std::function<void()> fn) : fn_(std::move(fn)), worker_([this](std::stop_token st) { loop(st); }) {}
    void poke() {
        std::lock_guard lock(mutex_);
        due_ = Clock::now() + std::chrono::milliseconds(200);
        armed_ = true;
        cv_.notify_one();
    }
private:
    void loop(std::stop_token st) {
        std::unique_lock lock(mutex_);
        while (cv_.wait(lock, st, [this] { return armed_; })) {
            while (armed_ && Clock::now() < due_) cv_.wait_until(lock, st, due_, [] { return false; });
            if (st.stop_requested()) return;
            armed_ = false;
            lock.unlock();
            fn_();
            lock.lock();
        }
    }
    std::function<void()> fn_;
    std::mutex mutex_;
    std::condition_variable_any cv_;
    Clock::time_point due_;
    bool armed_ = false;
    std::jthread worker_;
};

// quit flag set without waking a worker that sleeps untimed
class SleepyQueue {
public:
    SleepyQueue() : worker_([this] { loop(); }) {}
    ~SleepyQueue() {
        {
            std::scoped_lock lock(mutex_);
            quit_ = true; // EXPECT: join-before-stop
        }
        worker_.join();
    }
    void push(std::function<void()> f) {
        {
            std::scoped_lock lock(mutex_);
            next_ = std::move(f);
        }
        changed_.notify_one();
    }
private:
    void loop() {
        std::unique_lock lock(mutex_);
        while (!quit_) {
            if (!next_) {
                changed_.wait(lock);
                continue;
            }
            auto f = std::exchange(next_, nullptr);
            lock.unlock();
            f();
            lock.lock();
        }
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::function<void()> next_;
    bool quit_ = false;
    std::thread worker_;
};

} // namespace timers
