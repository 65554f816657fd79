#include <algorithm>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace registry {

void serve(const std::string& name);

struct Entry {
    std::string name;
    std::thread thread;
    Entry(std::string n) : name(std::move(n)), thread(serve, name) {}
    Entry(Entry&&) = default;
    Entry& operator=(Entry&&) = default;
};

class Registry {
public:
    void add(const std::string& n) {
        std::lock_guard g(m_);
        entries_.push_back(Entry(n));
    }
    void remove(const std::string& n) {
        std::lock_guard g(m_);
        auto it = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == n; });
        if (it == entries_.end()) return;
        it->thread.join();
        entries_.erase(it);
    }
    ~Registry() {
        std::for_each(entries_.begin(), entries_.end(), [](Entry& e) {
            if (e.thread.joinable()) e.thread.join();
        });
    }
private:
    std::mutex m_;
    std::vector<Entry> entries_;
};

class ByName {
public:
    void add(const std::string& n) {
        auto [it, fresh] = threads_.emplace(n, std::thread{});
        if (fresh) it->second = std::thread(serve, n);
    }
    void stopAll() {
        std::unordered_map<std::string, std::thread> taken;
        taken.swap(threads_);
        for (auto& kv : taken) kv.second.join();
    }
    ~ByName() { stopAll(); }
private:
    std::unordered_map<std::string, std::thread> threads_;
};

void runPair(const std::string& a, const std::string& b) {
    std::tuple<std::thread, std::thread> both{std::thread(serve, a), std::thread(serve, b)};
    std::get<0>(both).join();
    std::get<1>(both).join();
}

void runSome(const std::vector<std::string>& names) {
    std::vector<std::thread> ts(names.size());
    std::transform(names.begin(), names.end(), ts.begin(), [](const std::string& n) { return std::thread(serve, n); });
    std::for_each(ts.begin(), ts.end(), std::mem_fn(&std::thread::join));
}

void runWhile(std::list<std::string> names) {
    std::list<std::thread> ts;
    while (!names.empty()) {
        ts.emplace_back(serve, names.front());
        names.pop_front();
    }
    while (!ts.empty()) {
        ts.front().join();
        ts.pop_front();
    }
}

void runForgot(std::list<std::string> names) {
    std::list<std::thread> ts; // EXPECT: unjoined-thread
    while (!names.empty()) {
        ts.emplace_back(serve, names.front());
        names.pop_front();
    }
    while (!ts.empty()) {
        ts.pop_front();
    }
}

std::vector<std::thread> startAll(const std::vector<std::string>& names) {
    std::vector<std::thread> ts;
    for (auto& n : names) ts.emplace_back(serve, n);
    return ts;
}

void both(const std::vector<std::string>& names) {
    auto ts = startAll(names);
    serve("main");
    for (auto& t : ts) t.join();
}

void bothForgot(const std::vector<std::string>& names) {
    auto ts = startAll(names); // EXPECT: unjoined-thread
    serve("main");
}

} // namespace registry
