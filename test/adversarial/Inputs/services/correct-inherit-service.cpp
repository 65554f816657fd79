#include <atomic>
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace svc {

void poll(const std::string& n);

class ServiceBase {
public:
    explicit ServiceBase(std::string n) : name_(std::move(n)) {}
    virtual ~ServiceBase() {}
    void launch() { thread_ = std::thread(&ServiceBase::main, this); }
    void requestStop() { stop_ = true; }
    void await() { thread_.join(); }
protected:
    virtual void tick() = 0;
    bool stopping() const { return stop_; }
    std::string name_;
private:
    void main() {
        while (!stopping()) tick();
    }
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

class PollService : public ServiceBase {
public:
    using ServiceBase::ServiceBase;
    ~PollService() override {
        requestStop();
        await();
    }
protected:
    void tick() override { poll(name_); }
};

class Group {
public:
    template <typename S, typename... A>
    S& add(A&&... a) {
        auto s = std::make_unique<S>(std::forward<A>(a)...);
        auto& r = *s;
        services_.push_back(std::move(s));
        r.launch();
        return r;
    }
private:
    std::vector<std::unique_ptr<ServiceBase>> services_;
};

void run() {
    Group g;
    g.add<PollService>("a");
    g.add<PollService>("b");
}

} // namespace svc
