#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace graph {

void visit(int node);
std::vector<int> children(int node);

// dynamic work: pending counter, last one wakes the waiter
class Traversal {
public:
    explicit Traversal(int workers) {
        for (int i = 0; i < workers; ++i) team_.emplace_back([this] { loop(); });
    }
    ~Traversal() {
        {
            std::lock_guard g(m_);
            stop_ = true;
        }
        cv_.notify_all();
        for (auto& t : team_) t.join();
    }
    void run(int root) {
        std::unique_lock g(m_);
        push(root);
        drained_.wait(g, [this] { return pending_ == 0; });
    }
private:
    void push(int n) {
        stack_.push_back(n);
        ++pending_;
        cv_.notify_one();
    }
    void loop() {
        std::unique_lock g(m_);
        while (true) {
            cv_.wait(g, [this] { return stop_ || !stack_.empty(); });
            if (stop_) return;
            const int n = stack_.back();
            stack_.pop_back();
            g.unlock();
            visit(n);
            auto cs = children(n);
            g.lock();
            for (int c : cs) push(c);
            if (--pending_ == 0) drained_.notify_all();
        }
    }
    std::mutex m_;
    std::condition_variable cv_, drained_;
    std::vector<int> stack_;
    std::size_t pending_ = 0;
    bool stop_ = false;
    std::vector<std::thread> team_;
};

// completion callback by the last
void visitAll(const std::vector<int>& nodes, std::function<void()> done) {
    auto left = std::make_shared<std::atomic<std::size_t>>(nodes.size());
    std::vector<std::jthread> ts;
    for (int n : nodes)
        ts.emplace_back([n, left, done] {
            visit(n);
            if (left->fetch_sub(1) == 1) done();
        });
}

} // namespace graph
