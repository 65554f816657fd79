#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <semaphore>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace bounds {

void serve(int fd);

// permit as RAII object moved into the task
class Permit {
public:
    explicit Permit(std::counting_semaphore<>& s) : s_(&s) { s.acquire(); }
    Permit(Permit&& o) noexcept : s_(std::exchange(o.s_, nullptr)) {}
    ~Permit() { if (s_) s_->release(); }
private:
    std::counting_semaphore<>* s_;
};

void permits(int fd) {
    static std::counting_semaphore<> slots(32);
    std::vector<std::thread> keep;
    for (;;) {
        Permit p(slots);
        int c = ::accept(fd, nullptr, nullptr);
        if (c < 0) break;
        std::thread([c, p = std::move(p)] { serve(c); ::close(c); }).detach(); // EXPECT: detached-thread
    }
    for (auto& t : keep) t.join();
}

// window of futures: oldest is waited for
void window(int fd) {
    std::deque<std::future<void>> inFlight;
    for (;;) {
        int c = ::accept(fd, nullptr, nullptr);
        if (c < 0) break;
        if (inFlight.size() >= 16) {
            inFlight.front().get();
            inFlight.pop_front();
        }
        inFlight.push_back(std::async(std::launch::async, [c] { serve(c); ::close(c); }));
    }
    for (auto& f : inFlight) f.get();
}

// ring of threads: slot joined before reuse
void ring(int fd) {
    std::thread slots[8];
    for (unsigned i = 0;; ++i) {
        int c = ::accept(fd, nullptr, nullptr);
        if (c < 0) break;
        std::thread& s = slots[i % 8];
        if (s.joinable()) s.join();
        s = std::thread(serve, c);
    }
    for (auto& s : slots) if (s.joinable()) s.join();
}

// rejects when too many
class Limited {
public:
    void run(int fd) {
        for (;;) {
            int c = ::accept(fd, nullptr, nullptr);
            if (c < 0) break;
            if (live_.load() >= 100) {
                ::close(c);
                continue;
            }
            ++live_;
            std::thread([this, c] {
                serve(c);
                ::close(c);
                --live_;
                live_.notify_all();
            }).detach();
        }
        for (int n = live_; n > 0; n = live_) live_.wait(n);
    }
private:
    std::atomic<int> live_{0};
};

// a whole batch per round, joined in the round
void rounds(const std::function<std::vector<int>()>& next) {
    for (;;) {
        auto batch = next();
        if (batch.empty()) return;
        std::vector<std::jthread> ts;
        for (int c : batch) ts.emplace_back(serve, c);
    }
}

void growing(int fd) {
    std::list<std::future<void>> fs;
    while (true) {
        int c = ::accept(fd, nullptr, nullptr);
        if (c < 0) return;
        fs.push_back(std::async(std::launch::async, serve, c)); // EXPECT: unbounded-spawn
    }
}

} // namespace bounds
