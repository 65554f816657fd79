#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
void work();
class InFlight {
public:
    struct Token {
        explicit Token(InFlight* o) : o_(o) {}
        Token(Token&& t) noexcept : o_(std::exchange(t.o_, nullptr)) {}
        ~Token() { if (o_) o_->leave(); }
        InFlight* o_;
    };
    Token enter() { std::lock_guard g(m_); ++n_; return Token(this); }
    void waitIdle() { std::unique_lock g(m_); idle_.wait(g, [this] { return n_ == 0; }); }
private:
    void leave() { std::lock_guard g(m_); if (--n_ == 0) idle_.notify_all(); }
    std::mutex m_;
    std::condition_variable idle_;
    int n_ = 0;
};
class Maker {
public:
    ~Maker() { inFlight_.waitIdle(); }
    void make() { std::thread([token = inFlight_.enter()] { work(); }).detach(); }
    void make2() { std::thread([t = inFlight_.enter()]() mutable { auto mine = std::move(t); work(); }).detach(); }
private:
    InFlight inFlight_;
};
