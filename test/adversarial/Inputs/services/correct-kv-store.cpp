#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kv {

bool compactOnce();
void writeSnapshot(const std::map<std::string, std::string>& m);

class Store {
public:
    static std::unique_ptr<Store> open(const std::string& path) {
        std::unique_ptr<Store> s(new Store(path));
        s->startCompaction();
        return s;
    }
    ~Store() {
        {
            std::lock_guard lk(mu_);
            shuttingDown_ = true;
            bgCv_.notify_all();
        }
        if (bg_.joinable()) bg_.join();
        waitSnapshots();
    }
    void put(std::string k, std::string v) {
        std::lock_guard lk(mu_);
        data_[std::move(k)] = std::move(v);
        if (++writes_ % 1000 == 0) {
            compactionNeeded_ = true;
            bgCv_.notify_one();
        }
    }
    void snapshotAsync() {
        std::map<std::string, std::string> copy;
        {
            std::lock_guard lk(mu_);
            copy = data_;
            ++snapshots_;
        }
        std::thread([this, copy = std::move(copy)] {
            writeSnapshot(copy);
            std::lock_guard lk(mu_);
            --snapshots_;
            bgCv_.notify_all();
        }).detach();
    }
private:
    explicit Store(std::string path) : path_(std::move(path)) {}
    void startCompaction() {
        bg_ = std::thread([this] {
            std::unique_lock lk(mu_);
            while (!shuttingDown_) {
                while (!compactionNeeded_ && !shuttingDown_) bgCv_.wait(lk);
                if (shuttingDown_) break;
                compactionNeeded_ = false;
                lk.unlock();
                while (compactOnce()) {}
                lk.lock();
            }
        });
    }
    void waitSnapshots() {
        std::unique_lock lk(mu_);
        while (snapshots_ > 0) bgCv_.wait(lk);
    }
    std::string path_;
    std::mutex mu_;
    std::condition_variable bgCv_;
    std::map<std::string, std::string> data_;
    long writes_ = 0;
    int snapshots_ = 0;
    bool compactionNeeded_ = false, shuttingDown_ = false;
    std::thread bg_;
};

class LeakyStore {
public:
    static LeakyStore* instance() {
        static LeakyStore* s = new LeakyStore;
        return s;
    }
private:
    LeakyStore() : bg_([this] { while (!quit_) compactOnce(); }) {}
    std::atomic<bool> quit_{false};
    std::thread bg_;
};

} // namespace kv
