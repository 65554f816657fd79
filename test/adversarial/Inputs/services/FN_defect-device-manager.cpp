#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dev {

class Port {
public:
    bool read(std::string& out);
    void cancel();
};

class Device {
public:
    explicit Device(std::string name) : name_(std::move(name)) {}
    virtual ~Device() { halt(); }
    void go() {
        std::call_once(once_, [this] { reader_ = std::thread([this] { readLoop(); }); });
    }
    void halt() {
        port_.cancel();
        if (reader_.joinable()) {
            if (reader_.get_id() == std::this_thread::get_id())
                reader_.detach(); // EXPECT: detached-thread
            else
                reader_.join();
        }
    }
private:
    void readLoop() {
        std::string s;
        while (port_.read(s)) latest_ = s;
    }
    std::string name_, latest_;
    Port port_;
    std::once_flag once_;
    std::thread reader_;
};

class Manager {
public:
    void plug(const std::string& n) {
        auto d = std::make_shared<Device>(n);
        d->go();
        std::lock_guard g(m_);
        devices_[n] = std::move(d);
    }
    void unplug(const std::string& n) {
        std::shared_ptr<Device> d;
        {
            std::lock_guard g(m_);
            auto it = devices_.find(n);
            if (it == devices_.end()) return;
            d = std::move(it->second);
            devices_.erase(it);
        }
        d->halt();
    }
private:
    std::mutex m_;
    std::map<std::string, std::shared_ptr<Device>> devices_;
};

class MovableWorker {
public:
    MovableWorker() = default;
    explicit MovableWorker(std::function<void()> f) : t_(std::move(f)) {}
    MovableWorker(MovableWorker&& o) noexcept : t_(std::move(o.t_)) {}
    MovableWorker& operator=(MovableWorker&& o) noexcept {
        if (this != &o) {
            join();
            t_ = std::move(o.t_);
        }
        return *this;
    }
    ~MovableWorker() { join(); }
    void join() { if (t_.joinable()) t_.join(); }
private:
    std::thread t_;
};

void useMovable(std::function<void()> f) {
    MovableWorker w(f);
    w = MovableWorker(f);
    std::vector<MovableWorker> ws;
    ws.push_back(std::move(w));
    ws.emplace_back(f);
}

class Careless {
public:
    explicit Careless(std::function<void()> f) : t_(std::move(f)) {}
    Careless(Careless&& o) noexcept : t_(std::move(o.t_)) {}
    Careless& operator=(Careless&& o) noexcept {
        t_ = std::move(o.t_);
        return *this;
    }
    ~Careless() { if (t_.joinable()) t_.join(); }
private:
    std::thread t_; // FN: unjoined-thread
};

} // namespace dev
