#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
void use(int);
class Q {
public:
    void push(int v) { std::lock_guard g(m_); q_.push_back(v); cv_.notify_one(); }
    std::optional<int> pop() {
        std::unique_lock g(m_);
        cv_.wait(g, [this] { return closed_ || !q_.empty(); });
        if (q_.empty()) return std::nullopt;
        int v = q_.front();
        q_.pop_front();
        return v;
    }
    void close() { std::lock_guard g(m_); closed_ = true; cv_.notify_all(); }
private:
    std::mutex m_; std::condition_variable cv_; std::deque<int> q_; bool closed_ = false;
};
void local(int n) {
    Q q;
    std::thread t([&] { while (auto v = q.pop()) use(*v); });
    for (int i = 0; i < n; ++i) q.push(i);
    t.join(); // FN: join-before-stop
    q.close();
}
