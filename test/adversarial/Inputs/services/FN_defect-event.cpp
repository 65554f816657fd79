#include <condition_variable>
#include <future>
#include <latch>
#include <mutex>
#include <thread>
class CvEvent {
public:
    void set() { std::lock_guard g(m_); set_ = true; cv_.notify_all(); }
    void wait() { std::unique_lock g(m_); cv_.wait(g, [this] { return set_; }); }
private:
    std::mutex m_; std::condition_variable cv_; bool set_ = false;
};
class LatchEvent {
public:
    void set() { l_.count_down(); }
    void wait() { l_.wait(); }
private:
    std::latch l_{1};
};
void skipped(bool tls) {
    CvEvent up;
    std::jthread t([&up, tls] {
        if (tls) return;
        up.set(); // FN: skippable-completion
    });
    up.wait();
}
void never() {
    LatchEvent up;
    up.wait(); // FN: forgotten-receiver
}
