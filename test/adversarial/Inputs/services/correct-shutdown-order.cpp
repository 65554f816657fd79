#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <iostream>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <utility>
#include <vector>

bool pollDevice();
void blinkLed();
bool selfCheck();

namespace {

std::binary_semaphore g_shutdown{0};
void onSignal(int) { g_shutdown.release(); }

class Component {
public:
    virtual ~Component() = default;
    virtual void start() = 0;
    virtual void stop() = 0;
};

class Poller final : public Component {
public:
    void start() override {
        t_ = std::thread([this] {
            while (!stop_.load(std::memory_order_relaxed)) pollDevice();
        });
    }
    void stop() override {
        stop_.store(true, std::memory_order_relaxed);
        if (t_.joinable()) t_.join();
    }
    ~Poller() override { Poller::stop(); }
private:
    std::atomic<bool> stop_{false};
    std::thread t_;
};

class Led final : public Component {
public:
    void start() override {
        t_ = std::thread([this] {
            std::unique_lock lk(m_);
            while (!cv_.wait_for(lk, std::chrono::seconds(1), [this] { return stop_; })) blinkLed();
        });
    }
    void stop() override {
        {
            std::lock_guard lk(m_);
            stop_ = true;
        }
        cv_.notify_one();
        if (t_.joinable()) t_.join();
    }
    ~Led() override { stop(); }
private:
    std::mutex m_;
    std::condition_variable cv_;
    bool stop_ = false;
    std::thread t_;
};

class App {
public:
    App() {
        components_.push_back(std::make_unique<Poller>());
        components_.push_back(std::make_unique<Led>());
    }
    int run() {
        for (auto& c : components_) c->start();
        if (!selfCheck()) {
            std::cerr << "self check failed\n";
            shutdown();
            return 1;
        }
        g_shutdown.acquire();
        shutdown();
        return 0;
    }
private:
    void shutdown() {
        for (auto it = components_.rbegin(); it != components_.rend(); ++it) (*it)->stop();
    }
    std::vector<std::unique_ptr<Component>> components_;
};

} // namespace

int main() {
    std::signal(SIGTERM, onSignal);
    App app;
    return app.run();
}
