#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>
#include <utility>

namespace game {

struct Input { int player = 0; int key = 0; };
void apply(const Input& i);
void broadcast(int tick);
using Clock = std::chrono::steady_clock;

class World {
public:
    void run(std::stop_token st) {
        auto next = Clock::now();
        int tick = 0;
        while (!st.stop_requested()) {
            for (auto& i : drain()) apply(i);
            broadcast(++tick);
            next += std::chrono::milliseconds(16);
            std::this_thread::sleep_until(next); // EXPECT: uninterruptible-sleep
        }
    }
    void push(Input i) {
        std::lock_guard g(m_);
        inputs_.push_back(i);
    }
private:
    std::deque<Input> drain() {
        std::lock_guard g(m_);
        return std::exchange(inputs_, {});
    }
    std::mutex m_;
    std::deque<Input> inputs_;
};

class Server {
public:
    Server() : loop_([this](std::stop_token st) { world_.run(st); }) {}
    void input(Input i) { world_.push(i); }
private:
    World world_;
    std::jthread loop_;
};

class Lobby {
public:
    ~Lobby() {
        for (auto& r : rooms_) r->stop();
        for (auto& r : rooms_) r->thread.join();
    }
    void open() {
        auto r = std::make_unique<Room>();
        r->thread = std::thread(&Room::loop, r.get());
        rooms_.push_back(std::move(r));
    }
private:
    struct Room {
        std::atomic<bool> closing{false};
        std::thread thread;
        void stop() { closing = true; }
        void loop() { while (!closing) broadcast(0); }
    };
    std::vector<std::unique_ptr<Room>> rooms_;
};

class BadLobby {
public:
    ~BadLobby() {
        for (auto& r : rooms_) {
            r->thread.join(); // FN: join-before-stop
            r->stop();
        }
    }
    void open() {
        auto r = std::make_unique<Room>();
        r->thread = std::thread(&Room::loop, r.get());
        rooms_.push_back(std::move(r));
    }
private:
    struct Room {
        std::atomic<bool> closing{false};
        std::thread thread;
        void stop() { closing = true; }
        void loop() { while (!closing) broadcast(0); }
    };
    std::vector<std::unique_ptr<Room>> rooms_;
};

class Match {
public:
    Match() { ref_ = std::jthread([this] { referee(); }); }
    ~Match() {
        over_.store(true);
        over_.notify_all();
    }
private:
    void referee() {
        while (!over_.load()) {
            over_.wait(false);
        }
        broadcast(-1);
    }
    std::atomic<bool> over_{false};
    std::jthread ref_;
};

class BadMatch {
public:
    BadMatch() { ref_ = std::jthread([this] { referee(); }); }
    ~BadMatch() { over_.store(true); }
private:
    void referee() {
        while (!over_.load()) {
            over_.wait(false);
        }
        broadcast(-1);
    }
    std::atomic<bool> over_{false};
    std::jthread ref_;
};

} // namespace game
