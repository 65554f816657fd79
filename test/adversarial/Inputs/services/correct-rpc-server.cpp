#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rpc {

struct Reply { int code = 0; std::string body; };
bool readReply(int& id, Reply& r);
void sendRequest(int id, const std::string& m);

// pending calls: reader thread fulfils promises
class Client {
public:
    Client() : reader_([this] { readLoop(); }) {}
    ~Client() {
        closed_ = true;
        reader_.join();
        std::lock_guard g(m_);
        for (auto& [id, p] : pending_) p.set_exception(std::make_exception_ptr(std::runtime_error("closed")));
    }
    Reply call(const std::string& method) {
        std::future<Reply> f;
        int id = 0;
        {
            std::lock_guard g(m_);
            id = ++next_;
            f = pending_[id].get_future();
        }
        sendRequest(id, method);
        if (f.wait_for(std::chrono::seconds(5)) != std::future_status::ready) {
            std::lock_guard g(m_);
            pending_.erase(id);
            return {504, "timeout"};
        }
        return f.get();
    }
private:
    void readLoop() {
        int id = 0;
        Reply r;
        while (!closed_) {
            if (!readReply(id, r)) continue;
            std::promise<Reply> p;
            {
                std::lock_guard g(m_);
                auto it = pending_.find(id);
                if (it == pending_.end()) continue;
                p = std::move(it->second);
                pending_.erase(it);
            }
            p.set_value(r);
        }
    }
    std::mutex m_;
    std::unordered_map<int, std::promise<Reply>> pending_;
    int next_ = 0;
    std::atomic<bool> closed_{false};
    std::thread reader_;
};

// handler threads, joined lazily
class Server {
public:
    void onRequest(int id, std::function<void(int)> h) {
        reap();
        std::lock_guard g(m_);
        auto done = std::make_shared<std::atomic_bool>(false);
        running_.push_back({std::thread([id, h, done] {
                                h(id);
                                done->store(true);
                            }),
                            done});
    }
    ~Server() {
        for (auto& r : running_) r.thread.join();
    }
private:
    struct Running {
        std::thread thread;
        std::shared_ptr<std::atomic_bool> done;
    };
    void reap() {
        std::lock_guard g(m_);
        std::erase_if(running_, [](Running& r) {
            if (!r.done->load()) return false;
            r.thread.join();
            return true;
        });
    }
    std::mutex m_;
    std::vector<Running> running_;
};

} // namespace rpc
