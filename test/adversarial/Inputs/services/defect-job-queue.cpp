#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace jobs {

void process(const std::string& id);

class WaitGroup {
public:
    void add(int n = 1) { std::lock_guard<std::mutex> g(m_); n_ += n; }
    void done() {
        std::lock_guard<std::mutex> g(m_);
        if (--n_ <= 0) cv_.notify_all();
    }
    void wait() {
        std::unique_lock<std::mutex> g(m_);
        while (n_ > 0) cv_.wait(g);
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    int n_ = 0;
};

class Scope {
public:
    explicit Scope(WaitGroup& wg) : wg_(wg) { wg_.add(); }
    ~Scope() { wg_.done(); }
    Scope(const Scope&) = delete;
private:
    WaitGroup& wg_;
};

class Dispatcher {
public:
    void dispatch(std::string id) {
        threads_.emplace_back([this, id = std::move(id)] {
            Scope scope(wg_); // EXPECT: late-count-up
            process(id);
        });
    }
    void quiesce() { wg_.wait(); }
private:
    WaitGroup wg_;
    std::vector<std::jthread> threads_;
};

class EarlyDispatcher {
public:
    void dispatch(std::string id) {
        auto scope = std::make_shared<Scope>(wg_);
        threads_.emplace_back([scope, id = std::move(id)] { process(id); });
    }
    void quiesce() { wg_.wait(); }
private:
    WaitGroup wg_;
    std::vector<std::jthread> threads_;
};

void fanOut(const std::vector<std::string>& ids) {
    WaitGroup wg;
    std::vector<std::jthread> ts;
    for (const auto& id : ids)
        ts.emplace_back([&wg, id] {
            wg.add(1); // EXPECT: late-count-up
            process(id);
            wg.done();
        });
    wg.wait();
}

void fanOutHeld(const std::vector<std::string>& ids) {
    WaitGroup wg;
    std::vector<std::jthread> ts;
    wg.add(1);
    for (const auto& id : ids)
        ts.emplace_back([&wg, id] {
            wg.add(1);
            process(id);
            wg.done();
        });
    for (auto& t : ts) t.join();
    wg.done();
    wg.wait();
}

void tree(WaitGroup& wg, int depth);

// children are counted by the parent task, which is itself counted
void spawnTree(WaitGroup& wg, int depth) {
    wg.add();
    std::thread([&wg, depth] {
        process(std::to_string(depth));
        if (depth > 0) spawnTree(wg, depth - 1);
        wg.done();
    }).detach();
}

void runTree() {
    WaitGroup wg;
    spawnTree(wg, 3);
    wg.wait();
}

} // namespace jobs
