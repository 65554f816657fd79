#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace player {

struct Packet { std::vector<char> d; bool eof = false; };
bool demux(Packet& p);
void decode(const Packet& p);
void present();

class PacketQueue {
public:
    void abort() {
        std::lock_guard g(m_);
        abort_ = true;
        cv_.notify_all();
    }
    void start() {
        std::lock_guard g(m_);
        abort_ = false;
    }
    int put(Packet p) {
        std::unique_lock g(m_);
        while (q_.size() > 32 && !abort_) cv_.wait(g);
        if (abort_) return -1;
        q_.push_back(std::move(p));
        cv_.notify_all();
        return 0;
    }
    int get(Packet& p) {
        std::unique_lock g(m_);
        for (;;) {
            if (abort_) return -1;
            if (!q_.empty()) {
                p = std::move(q_.front());
                q_.pop_front();
                cv_.notify_all();
                return 1;
            }
            cv_.wait(g);
        }
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    std::deque<Packet> q_;
    bool abort_ = true;
};

class Player {
public:
    void open() {
        queue_.start();
        abort_ = false;
        reader_ = std::thread(&Player::readThread, this);
        decoder_ = std::thread(&Player::decodeThread, this);
    }
    void close() {
        abort_ = true;
        queue_.abort();
        if (reader_.joinable()) reader_.join();
        if (decoder_.joinable()) decoder_.join();
    }
    ~Player() { close(); }
    void togglePause() { paused_ = !paused_; }
private:
    void readThread() {
        for (;;) {
            if (abort_) break;
            if (paused_) {
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
                continue;
            }
            Packet p;
            if (!demux(p)) {
                p.eof = true;
                queue_.put(p);
                break;
            }
            if (queue_.put(std::move(p)) < 0) break;
        }
    }
    void decodeThread() {
        Packet p;
        while (queue_.get(p) > 0 && !p.eof) {
            decode(p);
            present();
        }
    }
    PacketQueue queue_;
    std::atomic<bool> abort_{false}, paused_{false};
    std::thread reader_, decoder_;
};

// destructor order: decoder uses queue declared after the joining handle
class AutoPlayer {
public:
    AutoPlayer() : decoder_([this] { run(); }) { queue_.start(); }
    ~AutoPlayer() { queue_.abort(); }
private:
    void run() {
        Packet p;
        while (queue_.get(p) > 0) decode(p);
    }
    std::jthread decoder_;
    PacketQueue queue_; // EXPECT: destroyed-before-join
};

} // namespace player
