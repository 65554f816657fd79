#include <atomic>
#include <chrono>
#include <iostream>
#include <mutex>
#include <condition_variable>
#include <queue>
#include <stop_token>
#include <string>
#include <thread>

namespace telemetry {

using namespace std::chrono_literals;
void sample();
bool flush();

class Sampler {
public:
    Sampler() : t_([this] { loop(); }) {}
private:
    void loop() {
        while (true) { // EXPECT: unstoppable-worker
            sample();
            std::this_thread::sleep_for(1s);
        }
    }
    std::jthread t_;
};

class SamplerStoppable {
public:
    SamplerStoppable() : t_([this](std::stop_token st) { loop(st); }) {}
private:
    void loop(std::stop_token st) {
        std::mutex m;
        std::condition_variable_any cv;
        while (true) {
            sample();
            std::unique_lock lk(m);
            if (cv.wait_for(lk, st, 1s, [&] { return st.stop_requested(); })) break;
        }
    }
    std::jthread t_;
};

class PlainFlag {
public:
    ~PlainFlag() {
        quit_ = true;
        t_.join();
    }
    void start() {
        t_ = std::thread([this] {
            while (!quit_) { // EXPECT: unstoppable-worker
                sample();
            }
        });
    }
private:
    bool quit_ = false;
    std::thread t_;
};

class LockedFlag {
public:
    ~LockedFlag() {
        {
            std::scoped_lock g(m_);
            quit_ = true;
        }
        if (t_.joinable()) t_.join();
    }
    void start() {
        t_ = std::thread([this] {
            while (!isQuit()) sample();
        });
    }
private:
    bool isQuit() {
        std::scoped_lock g(m_);
        return quit_;
    }
    std::mutex m_;
    bool quit_ = false;
    std::thread t_;
};

class SleepyFlusher {
public:
    SleepyFlusher() : t_([this](std::stop_token st) {
        while (!st.stop_requested()) {
            flush();
            std::this_thread::sleep_for(interval_); // EXPECT: uninterruptible-sleep
        }
    }) {}
private:
    std::chrono::milliseconds interval_{5000};
    std::jthread t_;
};

class QuickFlusher {
public:
    QuickFlusher() : t_([](std::stop_token st) {
        while (!st.stop_requested()) {
            if (!flush()) std::this_thread::sleep_for(10ms);
        }
    }) {}
private:
    std::jthread t_;
};

} // namespace telemetry
