#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace silent {

void task(int i);
bool flip();

// try/catch around, joined in both
void bothWays(const std::string& s) {
    std::thread t(task, 1);
    try {
        task(std::stoi(s));
    } catch (...) {
        t.join();
        throw;
    }
    t.join();
}

// start with fallback
void startOrRun(int i) {
    std::thread t;
    try {
        t = std::thread(task, i);
    } catch (const std::system_error&) {
        task(i);
        return;
    }
    t.join();
}

void optionalThread(bool parallel) {
    std::optional<std::thread> t;
    if (parallel) t.emplace(task, 1);
    else task(1);
    task(2);
    if (t) t->join();
}

void pointerThread(bool parallel) {
    std::unique_ptr<std::thread> t = parallel ? std::make_unique<std::thread>(task, 1) : nullptr;
    task(2);
    if (t != nullptr) t->join();
}

void conditional(bool parallel) {
    std::thread t = parallel ? std::thread(task, 1) : std::thread();
    task(2);
    if (t.joinable()) t.join();
}

class Deferred {
    std::vector<std::function<void()>> later_;
public:
    template <typename F> void defer(F f) { later_.emplace_back(std::move(f)); }
    ~Deferred() { for (auto& f : later_ | std::views::reverse) f(); }
};

void deferredJoin(const std::string& s) {
    std::thread a(task, 1);
    std::thread b(task, 2);
    Deferred d;
    d.defer([&a] { a.join(); });
    d.defer([&b] { b.join(); });
    task(std::stoi(s));
}

struct JoinDeleter {
    void operator()(std::thread* t) const {
        if (t->joinable()) t->join();
        delete t;
    }
};
using JoiningPtr = std::unique_ptr<std::thread, JoinDeleter>;

void deleterJoin(const std::string& s) {
    JoiningPtr t(new std::thread(task, 1));
    task(std::stoi(s));
}

class PtrOwner {
public:
    void start() { t_.reset(new std::thread(task, 9)); }
private:
    JoiningPtr t_;
};

class JoinAll {
public:
    explicit JoinAll(std::vector<std::thread>& ts) : ts_(ts) {}
    ~JoinAll() { std::ranges::for_each(ts_, [](auto& t) { if (t.joinable()) t.join(); }); }
private:
    std::vector<std::thread>& ts_;
};

int accumulate(const std::vector<std::string>& in) {
    std::vector<std::thread> ts;
    JoinAll guard(ts);
    int sum = 0;
    for (auto& s : in) {
        ts.emplace_back(task, std::stoi(s));
        sum += s.size();
    }
    return sum;
}

class Base {
public:
    virtual ~Base() { wait(); }
    void wait() { for (auto it = ts_.begin(); it != ts_.end(); it = ts_.erase(it)) it->join(); }
protected:
    std::list<std::thread> ts_;
};

class Derived : public Base {
public:
    void go() { for (int i = 0; i < 3; ++i) ts_.emplace_back([this, i] { task(i + k_); }); }
    ~Derived() override { wait(); }
private:
    int k_ = 1;
};

void movedThrough() {
    std::vector<std::thread> a, b;
    a.emplace_back(task, 1);
    std::move(a.begin(), a.end(), std::back_inserter(b));
    for (auto& t : b) t.join();
}

void insertRange() {
    std::vector<std::thread> a, b;
    a.emplace_back(task, 1);
    b.insert(b.end(), std::make_move_iterator(a.begin()), std::make_move_iterator(a.end()));
    for (auto& t : b) t.join();
}

void lambdaJoin() {
    std::thread t(task, 1);
    auto finish = [&t] { if (t.joinable()) t.join(); };
    if (flip()) { finish(); return; }
    task(2);
    finish();
}

void initCapture() {
    std::thread t(task, 1);
    auto waiter = [t = std::move(t)]() mutable { t.join(); };
    task(2);
    waiter();
}

void pairOf() {
    auto p = std::make_pair(std::thread(task, 1), 7);
    p.first.join();
    auto [t, n] = std::make_pair(std::thread(task, 2), 8);
    t.join();
    task(n);
}

} // namespace silent
