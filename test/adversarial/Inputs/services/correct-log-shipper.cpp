#include <atomic>
#include <condition_variable>
#include <fstream>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>
#include <unistd.h>
#include <poll.h>
#include <sys/eventfd.h>

namespace ship {

bool readLine(int fd, std::string& out);
void push(std::string_view s);

// wake via eventfd, flag through unseen
class PollShipper {
public:
    explicit PollShipper(int fd) : fd_(fd), wake_(::eventfd(0, 0)), t_([this] { run(); }) {}
    ~PollShipper() {
        const std::uint64_t one = 1;
        [[maybe_unused]] auto r = ::write(wake_, &one, sizeof one);
        t_.join();
        ::close(wake_);
    }
private:
    void run() {
        for (;;) {
            pollfd p[2] = {{fd_, POLLIN, 0}, {wake_, POLLIN, 0}};
            if (::poll(p, 2, -1) < 0) continue;
            if (p[1].revents & POLLIN) return;
            std::string s;
            if (readLine(fd_, s)) push(s);
        }
    }
    int fd_;
    int wake_;
    std::thread t_;
};

// double buffering: swap under lock
class Buffered {
public:
    Buffered() : flusher_(&Buffered::flushLoop, this) {}
    ~Buffered() {
        std::unique_lock lk(m_);
        closing_ = true;
        lk.unlock();
        cv_.notify_one();
        flusher_.join();
    }
    void add(std::string s) {
        std::unique_lock lk(m_);
        front_.push_back(std::move(s));
        if (front_.size() > 100) cv_.notify_one();
    }
private:
    void flushLoop() {
        std::vector<std::string> back;
        bool last = false;
        while (!last) {
            {
                std::unique_lock lk(m_);
                cv_.wait(lk, [&] { return closing_ || front_.size() > 100; });
                last = closing_;
                back.swap(front_);
            }
            for (auto& s : back) push(s);
            back.clear();
        }
    }
    std::mutex m_;
    std::condition_variable cv_;
    std::vector<std::string> front_;
    bool closing_ = false;
    std::thread flusher_;
};

// worker stop via do-while and atomic_flag
class Spinner {
public:
    Spinner() {
        keep_.test_and_set();
        t_ = std::thread([this] {
            std::string s;
            while (keep_.test_and_set(std::memory_order_acquire)) {
                if (readLine(0, s)) push(s);
            }
        });
    }
    ~Spinner() {
        keep_.clear(std::memory_order_release);
        t_.join();
    }
private:
    std::atomic_flag keep_ = ATOMIC_FLAG_INIT;
    std::thread t_;
};

enum class State { kIdle, kRunning, kStopping };

class StateShipper {
public:
    void start() {
        if (state_ != State::kIdle) return;
        state_ = State::kRunning;
        t_ = std::thread([this] {
            std::string s;
            while (state_.load() == State::kRunning)
                if (readLine(0, s)) push(s);
        });
    }
    void stop() {
        auto expected = State::kRunning;
        if (!state_.compare_exchange_strong(expected, State::kStopping)) return;
        t_.join();
        state_ = State::kIdle;
    }
    ~StateShipper() { stop(); }
private:
    std::atomic<State> state_{State::kIdle};
    std::thread t_;
};

} // namespace ship
