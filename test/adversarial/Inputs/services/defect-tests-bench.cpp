#include <atomic>
#include <chrono>
#include <functional>
#include <iostream>
#include <latch>
#include <memory>
#include <thread>
#include <vector>
#include <utility>

namespace bench {

struct Result { double ops = 0; };
void spinOnce();

Result measure(int threads, std::chrono::milliseconds d) {
    std::atomic<bool> go{false}, stop{false};
    std::atomic<long> ops{0};
    std::latch ready(threads);
    std::vector<std::thread> ts;
    for (int i = 0; i < threads; ++i)
        ts.emplace_back([&] {
            ready.count_down();
            while (!go.load(std::memory_order_acquire)) std::this_thread::yield();
            long n = 0;
            while (!stop.load(std::memory_order_relaxed)) {
                spinOnce();
                ++n;
            }
            ops += n;
        });
    ready.wait();
    go.store(true, std::memory_order_release);
    std::this_thread::sleep_for(d);
    stop.store(true, std::memory_order_relaxed);
    for (auto& t : ts) t.join();
    return {static_cast<double>(ops) / static_cast<double>(d.count())};
}

Result measureLate(int threads, std::chrono::milliseconds d) {
    std::atomic<bool> stop{false};
    std::atomic<long> ops{0};
    std::vector<std::thread> ts;
    for (int i = 0; i < threads; ++i)
        ts.emplace_back([&] {
            while (!stop.load(std::memory_order_relaxed)) {
                spinOnce();
                ++ops;
            }
        });
    std::this_thread::sleep_for(d);
    for (auto& t : ts) t.join(); // EXPECT: join-before-stop
    stop.store(true, std::memory_order_relaxed);
    return {static_cast<double>(ops)};
}

Result measureGateSkipped(int threads, bool dry) {
    std::atomic<bool> go{false};
    std::vector<std::jthread> ts; // EXPECT: join-before-stop
    for (int i = 0; i < threads; ++i)
        ts.emplace_back([&] {
            while (!go.load(std::memory_order_acquire)) std::this_thread::yield();
            spinOnce();
        });
    if (dry) return {};
    go.store(true, std::memory_order_release);
    return {1};
}

template <typename F>
class Stopwatch {
public:
    explicit Stopwatch(F f) : f_(std::move(f)), t_([this](std::stop_token st) {
        while (!st.stop_requested()) f_();
    }) {}
private:
    F f_;
    std::jthread t_;
};

void sample() {
    Stopwatch sw([] { spinOnce(); });
    spinOnce();
}

} // namespace bench
