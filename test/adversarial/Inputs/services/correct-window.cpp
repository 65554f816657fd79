#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

bool pollEvents();
void renderFrame();
void loadLevel(int n);
void autosave();

namespace {

class Autosaver {
public:
    void start() {
        thread_ = std::jthread([this](std::stop_token st) { loop(st); });
    }
    void stop() { thread_ = std::jthread(); }
private:
    void loop(std::stop_token st) {
        std::mutex m;
        std::unique_lock lk(m);
        std::condition_variable_any cv;
        while (!cv.wait_for(lk, st, std::chrono::minutes(5), [&st] { return st.stop_requested(); })) autosave();
    }
    std::jthread thread_;
};

class LevelLoader {
public:
    void begin(int n) {
        if (thread_.joinable()) thread_.join();
        ready_ = false;
        thread_ = std::thread([this, n] {
            loadLevel(n);
            ready_ = true;
        });
    }
    bool ready() const { return ready_; }
    ~LevelLoader() { if (thread_.joinable()) thread_.join(); }
private:
    std::atomic<bool> ready_{false};
    std::thread thread_;
};

} // namespace

int main(int argc, char** argv) {
    Autosaver saver;
    LevelLoader loader;
    loader.begin(argc);
    while (!loader.ready())
        if (!pollEvents()) return 0;
    saver.start();
    while (pollEvents()) renderFrame();
    saver.stop();
    std::cout << argv[0] << " done\n";
    return 0;
}
