#include <functional>
#include <thread>
class Worker {
public:
    explicit Worker(std::function<void()> f) : t_(std::move(f)) {}
    Worker(Worker&& o) noexcept : t_(std::move(o.t_)) {}
    Worker& operator=(Worker&& o) noexcept {
        t_ = std::move(o.t_);
        return *this;
    }
    ~Worker() { if (t_.joinable()) t_.join(); }
private:
    std::thread t_; // FN: unjoined-thread
};
