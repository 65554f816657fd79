#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace db {

struct Conn { int id = 0; };
bool ping(Conn& c);
void vacuum();
int parsePort(const std::string& s) { return std::stoi(s); }

class Pool {
public:
    void startKeepAlive() {
        keepAlive_.emplace([this] {
            while (!stop_.load()) {
                for (auto& c : conns_) ping(c);
                std::this_thread::yield();
            }
        });
    }
private:
    std::vector<Conn> conns_;
    std::atomic<bool> stop_{false};
    std::optional<std::thread> keepAlive_; // EXPECT: unjoined-thread
};

class PoolFixed {
public:
    ~PoolFixed() {
        stop_.store(true);
        if (keepAlive_) keepAlive_->join();
    }
    void startKeepAlive() {
        keepAlive_.emplace([this] {
            while (!stop_.load()) {
                for (auto& c : conns_) ping(c);
                std::this_thread::yield();
            }
        });
    }
private:
    std::vector<Conn> conns_;
    std::atomic<bool> stop_{false};
    std::optional<std::thread> keepAlive_;
};

bool migrate(bool dry) {
    std::thread vac(vacuum); // EXPECT: unjoined-thread
    if (dry) return false;
    vac.join();
    return true;
}

int connectAndVacuum(const std::string& port) {
    std::thread vac(vacuum); // EXPECT: unjoined-thread
    const int p = parsePort(port);
    vac.join();
    return p;
}

int connectAndVacuumSafe(const std::string& port) {
    const int p = parsePort(port);
    std::thread vac(vacuum);
    vac.join();
    return p;
}

int connectAndVacuumCaught(const std::string& port) {
    std::thread vac(vacuum);
    int p = 0;
    try {
        p = parsePort(port);
    } catch (const std::exception&) {
        p = 5432;
    }
    vac.join();
    return p;
}

class Shards {
public:
    void open(int n) {
        for (int i = 0; i < n; ++i) byShard_.try_emplace(i, vacuum);
    }
    ~Shards() {
        for (auto& [id, t] : byShard_) t.join();
    }
private:
    std::map<int, std::thread> byShard_;
};

class ShardsForgot {
public:
    void open(int n) {
        for (int i = 0; i < n; ++i) byShard_.try_emplace(i, vacuum);
    }
    ~ShardsForgot() { byShard_.clear(); }
private:
    std::map<int, std::thread> byShard_; // EXPECT: unjoined-thread
};

} // namespace db
