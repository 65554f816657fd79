#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>
#include <csignal>
#include <iostream>

bool readEvent(std::string& e);
void onEvent(const std::string& e);
std::string poll();

namespace {

std::atomic<bool> g_stop{false};
extern "C" void handleSignal(int) { g_stop = true; }

class Watcher {
public:
    using Callback = std::function<void(const std::string&)>;
    explicit Watcher(Callback cb) : cb_(std::move(cb)) {
        thread_ = std::jthread(std::bind_front(&Watcher::run, this));
    }
private:
    void run(std::stop_token st) {
        std::string e;
        while (!st.stop_requested()) {
            if (!readEvent(e)) {
                std::unique_lock lk(m_);
                cv_.wait_for(lk, st, std::chrono::milliseconds(500), [] { return false; });
                continue;
            }
            cb_(e);
        }
    }
    Callback cb_;
    std::mutex m_;
    std::condition_variable_any cv_;
    std::jthread thread_;
};

class Reloader {
public:
    Reloader() : thread_([this](std::stop_token st) {
        while (!st.stop_requested()) {
            reload();
            for (int i = 0; i < 50 && !st.stop_requested(); ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }) {}
private:
    void reload() { last_ = poll(); }
    std::string last_;
    std::jthread thread_;
};

class LazyReloader {
public:
    LazyReloader() : thread_([this](std::stop_token st) {
        while (!st.stop_requested()) {
            reload();
            pause();
        }
    }) {}
private:
    static void pause() {
        std::this_thread::sleep_for(std::chrono::seconds(30)); // EXPECT: uninterruptible-sleep
    }
    void reload() { last_ = poll(); }
    std::string last_;
    std::jthread thread_;
};

} // namespace

int main() {
    std::signal(SIGINT, handleSignal);
    Watcher w([](const std::string& e) { onEvent(e); });
    Reloader r;
    LazyReloader lr;
    while (!g_stop.load()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::cout << "stopped\n";
}
