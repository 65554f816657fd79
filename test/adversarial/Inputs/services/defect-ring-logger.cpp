#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#define LOG_THREAD(fn) std::thread(fn).detach()

namespace ringlog {

void writeOut(const std::string& s);
void rotate();

void rotateSoon() {
    LOG_THREAD(rotate); // EXPECT: detached-thread
}

class Logger {
public:
    static Logger& get() {
        static Logger l;
        return l;
    }
    void log(std::string s) {
        {
            std::lock_guard g(m_);
            if (stop_) return;
            lines_.push_back(std::move(s));
        }
        cv_.notify_one();
    }
    Logger(const Logger&) = delete;
private:
    Logger() { t_ = std::thread(&Logger::loop, this); }
    ~Logger() {
        {
            std::lock_guard g(m_);
            stop_ = true;
        }
        cv_.notify_one();
        t_.join();
    }
    void loop() {
        std::vector<std::string> batch;
        for (;;) {
            {
                std::unique_lock lk(m_);
                cv_.wait(lk, [this] { return stop_ || !lines_.empty(); });
                if (lines_.empty() && stop_) return;
                batch.swap(lines_);
            }
            for (const auto& s : batch) writeOut(s);
            batch.clear();
        }
    }
    std::mutex m_;
    std::condition_variable cv_;
    std::vector<std::string> lines_;
    bool stop_ = false;
    std::thread t_;
};

class FlushingLogger {
public:
    FlushingLogger() : t_([this] { loop(); }) {}
    void flush() {
        std::unique_lock lk(m_);
        flushed_.wait(lk, [this] { return lines_.empty(); }); // EXPECT: forgotten-receiver
    }
    ~FlushingLogger() {
        {
            std::lock_guard g(m_);
            stop_ = true;
        }
        cv_.notify_all();
        t_.join();
    }
    void log(std::string s) {
        std::lock_guard g(m_);
        lines_.push_back(std::move(s));
        cv_.notify_one();
    }
private:
    void loop() {
        std::unique_lock lk(m_);
        while (!stop_) {
            cv_.wait(lk, [this] { return stop_ || !lines_.empty(); });
            for (const auto& s : lines_) writeOut(s);
            lines_.clear();
        }
    }
    std::mutex m_;
    std::condition_variable cv_, flushed_;
    std::vector<std::string> lines_;
    bool stop_ = false;
    std::thread t_;
};

} // namespace ringlog
