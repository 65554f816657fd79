#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace encoder {

struct Frame { std::vector<std::uint8_t> data; std::int64_t pts = 0; };

void encodeFrame(const Frame& f);
void writeThumbnail(const std::string& path);

// Counts background jobs; waits until all are gone.
class InFlight {
public:
    class Token {
    public:
        explicit Token(InFlight* owner) : owner_(owner) {}
        Token(Token&& o) noexcept : owner_(std::exchange(o.owner_, nullptr)) {}
        Token(const Token&) = delete;
        Token& operator=(const Token&) = delete;
        ~Token() { if (owner_) owner_->leave(); }
    private:
        InFlight* owner_;
    };

    Token enter() {
        std::lock_guard<std::mutex> g(m_);
        ++n_;
        return Token(this);
    }
    void waitIdle() {
        std::unique_lock<std::mutex> g(m_);
        idle_.wait(g, [this] { return n_ == 0; });
    }
private:
    void leave() {
        std::lock_guard<std::mutex> g(m_);
        if (--n_ == 0) idle_.notify_all();
    }
    std::mutex m_;
    std::condition_variable idle_;
    int n_ = 0;
};

class Thumbnailer {
public:
    ~Thumbnailer() { inFlight_.waitIdle(); }

    void make(std::string path) {
        std::thread([token = inFlight_.enter(), path = std::move(path)] {
            writeThumbnail(path);
        }).detach();
    }
private:
    InFlight inFlight_;
};

class LooseThumbnailer {
public:
    void make(std::string path) {
        auto job = [path = std::move(path)] { writeThumbnail(path); };
        std::thread worker{std::move(job)};
        workers_.push_back(std::move(worker));
        workers_.back().detach(); // EXPECT: detached-thread
    }
private:
    std::vector<std::thread> workers_;
};

class Encoder {
public:
    void submit(Frame f) {
        auto t = std::make_unique<std::thread>([f = std::move(f)] { encodeFrame(f); });
        t->detach(); // EXPECT: detached-thread
    }
};

} // namespace encoder
