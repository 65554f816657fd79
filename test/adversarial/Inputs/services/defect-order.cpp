#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace order {

bool next(std::string& s);

// joined by stop() called from the destructor
class A {
public:
    A() { t_ = std::jthread([this](std::stop_token st) { run(st); }); }
    ~A() { close(); }
    void close() {
        t_.request_stop();
        if (t_.joinable()) t_.join();
    }
private:
    void run(std::stop_token st) { std::string s; while (!st.stop_requested() && next(s)) v_.push_back(s); }
    std::jthread t_;
    std::vector<std::string> v_;
};

// member declared later but not used by the task
class B {
public:
    B() : t_([this] { std::string s; while (next(s)) last_ = s; }) {}
    void note(std::string s) { notes_.push_back(std::move(s)); }
private:
    std::string last_;
    std::jthread t_;
    std::vector<std::string> notes_;
};

// captured by value/shared
class C {
public:
    C() : t_([v = v_] { std::string s; while (next(s)) v->push_back(s); }) {}
private:
    std::shared_ptr<std::vector<std::string>> v_ = std::make_shared<std::vector<std::string>>();
    std::jthread t_;
    std::string tail_;
};

// trivially destructible later
class D {
public:
    D() { t_ = std::jthread([this] { std::string s; while (!stop_ && next(s)) ++n_; }); }
    ~D() { stop_ = true; }
private:
    std::jthread t_;
    std::atomic<bool> stop_{false};
    int n_ = 0;
};

// optional reset in destructor through helper
class E {
public:
    E() { t_.emplace([this](std::stop_token st) { std::string s; while (!st.stop_requested() && next(s)) m_[s] = 1; }); }
    ~E() { t_.reset(); }
private:
    std::optional<std::jthread> t_;
    std::map<std::string, int> m_;
};

// derived class's data used by a virtual called from base's thread; base stops in derived dtor
class Base {
public:
    virtual ~Base() { stop(); }
protected:
    void start() { t_ = std::jthread([this](std::stop_token st) { while (!st.stop_requested()) step(); }); }
    void stop() { t_.request_stop(); if (t_.joinable()) t_.join(); }
    virtual void step() = 0;
private:
    std::jthread t_;
};
class Derived : public Base {
public:
    Derived() { start(); }
    ~Derived() override { stop(); }
protected:
    void step() override { std::string s; if (next(s)) v_.push_back(s); }
private:
    std::vector<std::string> v_;
};

// struct aggregate with lambda storage; local declared before
void local() {
    std::vector<std::string> out;
    std::mutex m;
    std::jthread a([&] { std::string s; while (next(s)) { std::lock_guard g(m); out.push_back(s); } });
    std::string unrelated = "u";
    next(unrelated);
}

// cv declared after jthread: not trivially destructible
class F {
public:
    F() : t_([this](std::stop_token st) { run(st); }) {}
private:
    void run(std::stop_token st) {
        std::unique_lock lk(m_);
        while (cv_.wait(lk, st, [this] { return ready_; })) ready_ = false;
    }
    std::mutex m_;
    bool ready_ = false;
    std::jthread t_;
    std::condition_variable_any cv_; // EXPECT: destroyed-before-join
};

} // namespace order
