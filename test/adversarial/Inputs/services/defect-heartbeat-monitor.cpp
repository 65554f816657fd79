#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace hb {

using namespace std::literals;
void beat(const std::string& id);
bool healthy(const std::string& id);

class Heart {
public:
    explicit Heart(std::string id) : id_(std::move(id)), t_(std::bind(&Heart::run, this)) {}
    Heart(const Heart&) = delete;
    ~Heart() {
        stop_.store(true);
        t_.join();
    }
private:
    void run() {
        do {
            beat(id_);
            std::this_thread::sleep_for(interval()); // EXPECT: uninterruptible-sleep
        } while (!stop_);
    }
    std::chrono::milliseconds interval() const { return 1500ms; }
    std::string id_;
    std::atomic<bool> stop_{false};
    std::thread t_;
};

class Monitor {
public:
    void watch(const std::string& id) { hearts_.push_back(std::make_unique<Heart>(id)); }
    void remove(std::size_t i) { hearts_.erase(hearts_.begin() + static_cast<std::ptrdiff_t>(i)); }
private:
    std::vector<std::unique_ptr<Heart>> hearts_;
};

// bool plain flag, read under lock in cv predicate: fine
class Patient {
public:
    Patient() : t_([this] { run(); }) {}
    ~Patient() {
        {
            std::lock_guard g(m_);
            stop_ = true;
        }
        cv_.notify_all();
        t_.join();
    }
private:
    void run() {
        std::unique_lock g(m_);
        while (!stop_) {
            cv_.wait_for(g, 1500ms);
            healthy("x");
        }
    }
    std::mutex m_;
    std::condition_variable cv_;
    bool stop_ = false;
    std::thread t_;
};

class Hoisted {
public:
    Hoisted() : t_(&Hoisted::run, this) {}
    ~Hoisted() {
        stop_ = true;
        t_.join();
    }
private:
    void run() {
        while (!stop_) // EXPECT: unstoppable-worker
            healthy("y");
    }
    bool stop_ = false;
    std::thread t_;
};

template <typename Clock>
class Recurring {
public:
    explicit Recurring(std::function<void()> f) : f_(std::move(f)) {
        t_ = std::jthread([this](std::stop_token st) {
            auto at = Clock::now();
            for (;;) {
                f_();
                at += 1s;
                std::mutex m;
                std::unique_lock lk(m);
                std::condition_variable_any().wait_until(lk, st, at, [] { return false; });
                if (st.stop_requested()) return;
            }
        });
    }
private:
    std::function<void()> f_;
    std::jthread t_;
};

void use() {
    Recurring<std::chrono::steady_clock> a([] { beat("a"); });
    Recurring<std::chrono::system_clock> b([] { beat("b"); });
}

} // namespace hb
