#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
std::vector<int> visit(int);
class Traversal {
public:
    Traversal() : t_([this] { loop(); }) {}
    ~Traversal() { { std::lock_guard g(m_); stop_ = true; } cv_.notify_all(); }
    void run(int root) {
        std::unique_lock g(m_);
        push(root);
        drained_.wait(g, [this] { return pending_ == 0; });
    }
private:
    void push(int n) { stack_.push_back(n); ++pending_; cv_.notify_one(); }
    void loop() {
        std::unique_lock g(m_);
        for (;;) {
            cv_.wait(g, [this] { return stop_ || !stack_.empty(); });
            if (stop_) return;
            const int n = stack_.back();
            stack_.pop_back();
            for (int c : visit(n)) push(c);
            if (--pending_ == 0) drained_.notify_all();
        }
    }
    std::mutex m_;
    std::condition_variable cv_, drained_;
    std::vector<int> stack_;
    int pending_ = 0;
    bool stop_ = false;
    std::jthread t_;
};
