#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>
#include <sys/socket.h>
#include <unistd.h>

namespace silent {

using namespace std::chrono_literals;
bool step();
void run(int);

// shared stop state outliving
class A {
    struct Shared { std::atomic<bool> stop{false}; };
public:
    A() : t_([s = shared_] { while (!s->stop) step(); }) {}
    ~A() { shared_->stop = true; t_.join(); }
private:
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
    std::thread t_;
};

// stop in derived/other function object
class StopFlag {
public:
    void raise() { f_.store(true); }
    explicit operator bool() const { return f_.load(); }
private:
    std::atomic<bool> f_{false};
};
class B {
public:
    B() : t_([this] { while (!stop_) step(); }) {}
    ~B() { stop_.raise(); t_.join(); }
private:
    StopFlag stop_;
    std::thread t_;
};

// RAII joins in member order: stopper declared after the thread, destroyed first
class C {
    struct Stopper {
        std::atomic<bool>& f;
        ~Stopper() { f = true; }
    };
    std::atomic<bool> stop_{false};
    std::jthread t_{[this] { while (!stop_) step(); }};
    Stopper stopper_{stop_};
};

// two workers, one stop function, vector of jthreads
class D {
public:
    D() { for (int i = 0; i < 2; ++i) ts_.emplace_back([this](std::stop_token st) { loop(st); }); }
    ~D() {
        for (auto& t : ts_) t.request_stop();
        ts_.clear();
    }
private:
    void loop(std::stop_token st) { while (!st.stop_requested()) step(); }
    std::vector<std::jthread> ts_;
};

// external stop_source
class E {
public:
    explicit E(std::stop_token st) : t_([st] { while (!st.stop_requested()) step(); }) {}
    ~E() { t_.join(); }
private:
    std::thread t_;
};

// stop counter / generation
class F {
public:
    void restart() {
        stop();
        const int gen = ++gen_;
        t_ = std::thread([this, gen] { while (gen_ == gen) step(); });
    }
    void stop() {
        ++gen_;
        if (t_.joinable()) t_.join();
    }
    ~F() { stop(); }
private:
    std::atomic<int> gen_{0};
    std::thread t_;
};

// server socket closed to unblock accept
class G {
public:
    explicit G(int fd) : fd_(fd), t_([this] { accepting(); }) {}
    ~G() {
        ::shutdown(fd_, SHUT_RDWR);
        ::close(fd_);
        t_.join();
    }
private:
    void accepting() {
        while (true) {
            int c = ::accept(fd_, nullptr, nullptr);
            if (c < 0) break;
            run(c);
            ::close(c);
        }
    }
    int fd_;
    std::thread t_;
};

// stop set under lock with unique_lock + notify after
class H {
public:
    H() : t_(&H::loop, this) {}
    ~H() {
        std::unique_lock<std::mutex> lk(m_);
        stop_ = true;
        cv_.notify_all();
        lk.unlock();
        if (t_.joinable()) t_.join();
    }
    void put(int v) { std::lock_guard<std::mutex> g(m_); q_.push(v); cv_.notify_one(); }
private:
    void loop() {
        std::unique_lock<std::mutex> lk(m_);
        for (;;) {
            while (q_.empty() && !stop_) cv_.wait(lk);
            if (stop_ && q_.empty()) break;
            int v = q_.front();
            q_.pop();
            lk.unlock();
            run(v);
            lk.lock();
        }
    }
    std::mutex m_;
    std::condition_variable cv_;
    std::queue<int> q_;
    bool stop_ = false;
    std::thread t_;
};

// sleep in slices, interruptible
class I {
public:
    ~I() { quit_ = true; if (t_.joinable()) t_.join(); }
    void go() {
        t_ = std::thread([this] {
            while (!quit_) {
                step();
                for (auto until = std::chrono::steady_clock::now() + 5s; !quit_ && std::chrono::steady_clock::now() < until;)
                    std::this_thread::sleep_for(50ms);
            }
        });
    }
private:
    std::atomic<bool> quit_{false};
    std::thread t_;
};

// retry backoff with bounded tries is not a stop loop
void retry() {
    std::jthread t([] {
        for (int i = 0; i < 5; ++i) {
            if (step()) return;
            std::this_thread::sleep_for(std::chrono::seconds(1 << i));
        }
    });
}

} // namespace silent
