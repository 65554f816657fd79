#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace crtp {

void log(const char* s);

template <typename Derived>
class Worker {
public:
    void start() {
        if (running_.exchange(true)) return;
        thread_ = std::thread([this] {
            while (running_.load()) static_cast<Derived*>(this)->step();
        });
    }
    void stop() {
        if (!running_.exchange(false)) return;
        thread_.join();
    }
protected:
    ~Worker() { stop(); }
private:
    std::atomic<bool> running_{false};
    std::thread thread_;
};

class Pinger : public Worker<Pinger> {
public:
    void step() { log("ping"); }
};

template <typename Derived>
class LooseWorker {
public:
    void start() {
        thread_ = std::thread([this] {
            while (running_.load()) static_cast<Derived*>(this)->step();
        });
    }
    void stop() { running_ = false; }
private:
    std::atomic<bool> running_{true};
    std::thread thread_; // EXPECT: unjoined-thread
};

class LoosePinger : public LooseWorker<LoosePinger> {
public:
    void step() { log("ping"); }
};

void use() {
    Pinger p;
    p.start();
    LoosePinger q;
    q.start();
    q.stop();
}

// pimpl
class Service {
public:
    Service() : impl_(std::make_unique<Impl>()) {}
    ~Service() { impl_->shutdown(); }
private:
    struct Impl {
        Impl() : t([this] { while (!quit) log("work"); }) {}
        void shutdown() {
            quit = true;
            if (t.joinable()) t.join();
        }
        std::atomic<bool> quit{false};
        std::thread t;
    };
    std::unique_ptr<Impl> impl_;
};

class Ticker {
public:
    explicit Ticker(std::chrono::milliseconds p) : period_(p) {}
    void run() {
        thread_ = std::make_shared<std::thread>([this] {
            while (!done_) {
                log("tick");
                std::this_thread::sleep_for(period_); // EXPECT: uninterruptible-sleep
            }
        });
    }
    ~Ticker() {
        done_ = true;
        if (thread_ && thread_->joinable()) thread_->join();
    }
private:
    std::chrono::milliseconds period_;
    std::atomic<bool> done_{false};
    std::shared_ptr<std::thread> thread_;
};

} // namespace crtp
