#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace silent {

void task(int i);
bool maybe(int i);

template <typename F>
struct Finally {
    F f;
    ~Finally() { f(); }
};
template <typename F> Finally(F) -> Finally<F>;

// 1: deferred count-down through a generic scope guard
void guarded(int n) {
    std::latch l(n);
    for (int i = 0; i < n; ++i)
        std::thread([&l, i] {
            Finally f{[&] { l.count_down(); }};
            if (!maybe(i)) return;
            task(i);
        }).detach();
    l.wait();
}

// 2: atomic with wait/notify
class AtomicTracker {
public:
    void go(int i) {
        live_.fetch_add(1);
        std::thread([this, i] {
            task(i);
            if (live_.fetch_sub(1) == 1) live_.notify_all();
        }).detach();
    }
    ~AtomicTracker() {
        for (int v = live_; v != 0; v = live_) live_.wait(v);
    }
private:
    std::atomic<int> live_{0};
};

// 3: shared_ptr use-count style custom deleter
class RefTracker {
public:
    void go(int i) {
        std::shared_ptr<void> token(nullptr, [this](void*) {
            std::lock_guard g(m_);
            if (--n_ == 0) cv_.notify_all();
        });
        {
            std::lock_guard g(m_);
            ++n_;
        }
        std::thread([token, i] { task(i); }).detach();
    }
    void wait() {
        std::unique_lock g(m_);
        cv_.wait(g, [this] { return n_ == 0; });
    }
private:
    std::mutex m_;
    std::condition_variable cv_;
    int n_ = 0;
};

// 4: promise/future stored, waited in destructor
class Once {
public:
    void go() {
        std::promise<void> p;
        done_ = p.get_future();
        std::thread([p = std::move(p)]() mutable {
            task(1);
            p.set_value_at_thread_exit();
        }).detach();
    }
    ~Once() { if (done_.valid()) done_.wait(); }
private:
    std::future<void> done_;
};

// 5: packaged_task detached; its future is returned
std::future<int> compute(std::function<int()> f) {
    std::packaged_task<int()> pt(std::move(f));
    auto fut = pt.get_future();
    std::thread(std::move(pt)).detach();
    return fut;
}

int computeHere(std::function<int()> f) {
    std::packaged_task<int()> pt(std::move(f));
    auto fut = pt.get_future();
    std::thread(std::move(pt)).detach();
    return fut.get();
}

// 6: task list with flag per task
struct Slot {
    std::mutex m;
    std::condition_variable cv;
    bool done = false;
};

void slots(int n) {
    std::vector<std::shared_ptr<Slot>> all;
    for (int i = 0; i < n; ++i) {
        auto s = std::make_shared<Slot>();
        all.push_back(s);
        std::thread([s, i] {
            task(i);
            std::lock_guard g(s->m);
            s->done = true;
            s->cv.notify_one();
        }).detach();
    }
    for (auto& s : all) {
        std::unique_lock g(s->m);
        s->cv.wait(g, [&] { return s->done; });
    }
}

} // namespace silent
