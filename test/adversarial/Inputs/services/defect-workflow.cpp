#include <algorithm>
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace flow {

struct Node {
    std::string name;
    std::vector<std::string> deps;
    std::function<void()> run;
};

class Graph {
public:
    void add(Node n) { nodes_.push_back(std::move(n)); }

    void executeAll() {
        std::map<std::string, std::shared_future<void>> done;
        for (auto& n : nodes_) {
            std::vector<std::shared_future<void>> waits;
            for (auto& d : n.deps) {
                auto it = done.find(d);
                if (it == done.end()) throw std::logic_error("order");
                waits.push_back(it->second);
            }
            done[n.name] = std::async(std::launch::async, [waits, &n] {
                               for (auto& w : waits) w.wait();
                               n.run();
                           }).share();
        }
        for (auto& [name, f] : done) f.get();
    }

    bool tryExecute(int workers) {
        std::vector<std::thread> team; // EXPECT: unjoined-thread
        for (int i = 0; i < workers; ++i) team.emplace_back([this] { drain(); });
        if (nodes_.empty()) return false;
        for (auto& t : team) t.join();
        return true;
    }

    bool tryExecuteChecked(int workers) {
        if (nodes_.empty()) return false;
        std::vector<std::thread> team;
        for (int i = 0; i < workers; ++i) team.emplace_back([this] { drain(); });
        for (auto& t : team) t.join();
        return true;
    }

private:
    void drain() {
        for (;;) {
            std::function<void()> f;
            {
                std::lock_guard g(m_);
                if (next_ == nodes_.size()) return;
                f = nodes_[next_++].run;
            }
            f();
        }
    }
    std::mutex m_;
    std::size_t next_ = 0;
    std::vector<Node> nodes_;
};

// fork-join with error propagation
void forkJoin(const std::vector<std::function<void()>>& fs) {
    std::vector<std::thread> ts;
    std::exception_ptr first;
    std::mutex m;
    for (auto& f : fs)
        ts.emplace_back([&] {
            try {
                f();
            } catch (...) {
                std::lock_guard g(m);
                if (!first) first = std::current_exception();
            }
        });
    for (auto& t : ts) t.join();
    if (first) std::rethrow_exception(first);
}

// join skipped when the constructor throws visibly
class Stage {
public:
    explicit Stage(const std::string& cfg) {
        t_ = std::thread([this] { loop(); });
        if (cfg.empty()) throw std::invalid_argument("cfg");
    }
    ~Stage() { if (t_.joinable()) t_.join(); }
private:
    void loop() { for (int i = 0; i < 10; ++i) n_ += i; }
    int n_ = 0;
    std::thread t_; // EXPECT: unjoined-thread
};

} // namespace flow
