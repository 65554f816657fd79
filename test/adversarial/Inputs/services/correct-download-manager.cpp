#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dl {

bool transfer(const std::string& url);
void progress(const std::string& url, int pct);

// Future map with cleanup of finished
class Manager {
public:
    void add(const std::string& url) {
        std::lock_guard g(m_);
        std::erase_if(active_, [](auto& kv) {
            return kv.second.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        });
        active_.insert({url, std::async(std::launch::async, transfer, url)});
    }
    ~Manager() {
        for (auto& [u, f] : active_)
            if (!f.get()) std::cerr << u << " failed\n";
    }
private:
    std::mutex m_;
    std::map<std::string, std::future<bool>> active_;
};

// RAII session: constructor starts, destructor stops; two-phase with unique_ptr reset
class Session {
public:
    explicit Session(std::string url) : url_(std::move(url)) {
        ticker_ = std::make_unique<std::jthread>([this](std::stop_token st) {
            while (!st.stop_requested()) {
                progress(url_, pct_);
                std::unique_lock lk(m_);
                cv_.wait_for(lk, st, std::chrono::seconds(1), [] { return false; });
            }
        });
    }
    bool run() {
        const bool ok = transfer(url_);
        pct_ = 100;
        return ok;
    }
    ~Session() { ticker_.reset(); }
private:
    std::unique_ptr<std::jthread> ticker_;
    std::string url_;
    std::atomic<int> pct_{0};
    std::mutex m_;
    std::condition_variable_any cv_;
};

// started on demand; bool tells
class Lazy {
public:
    bool ensure() {
        if (started_) return true;
        if (!transfer("probe")) return false;
        t_ = std::thread([this] { while (!stop_) transfer("bg"); });
        started_ = true;
        return true;
    }
    void halt() {
        if (!started_) return;
        stop_ = true;
        t_.join();
        started_ = false;
    }
    ~Lazy() { halt(); }
private:
    bool started_ = false;
    std::atomic<bool> stop_{false};
    std::thread t_;
};

// start that fails and cleans up
class Mirror {
public:
    bool start() {
        a_ = std::thread([this] { loop(); });
        if (!transfer("handshake")) {
            stop();
            return false;
        }
        return true;
    }
    void stop() {
        stop_ = true;
        if (a_.joinable()) a_.join();
    }
    ~Mirror() { stop(); }
private:
    void loop() { while (!stop_) transfer("m"); }
    std::atomic<bool> stop_{false};
    std::thread a_;
};

int runMirror() {
    Mirror m;
    if (!m.start()) return 1;
    transfer("main");
    m.stop();
    return 0;
}

// helper returns optional<thread>
std::optional<std::thread> maybeStart(bool want) {
    if (!want) return std::nullopt;
    return std::thread([] { transfer("opt"); });
}

void useMaybe(bool want) {
    auto t = maybeStart(want);
    transfer("x");
    if (t) t->join();
}

// helper joins by reference
void finish(std::thread& t) { if (t.joinable()) t.join(); }
void finishAll(std::vector<std::thread>& ts) { for (auto& t : ts) finish(t); }

void useFinish(int n) {
    std::vector<std::thread> ts;
    for (int i = 0; i < n; ++i) ts.emplace_back([] { transfer("f"); });
    std::thread extra([] { transfer("e"); });
    finishAll(ts);
    finish(extra);
}

} // namespace dl
