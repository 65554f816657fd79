#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace sup {

void work(int i);
bool crashed();
void restartLog();

void twice() {
    std::thread t(work, 1);
    t.join();
    if (crashed()) {
        restartLog();
        t.join(); // EXPECT: repeated-join
    }
}

void restartAndJoin() {
    std::thread t(work, 1);
    t.join();
    if (crashed()) {
        t = std::thread(work, 2);
        t.join();
    }
}

void movedFrom() {
    std::thread t(work, 1);
    std::thread u = std::move(t);
    t.join(); // EXPECT: repeated-join
    u.join();
}

void detachThenJoin(bool wait) {
    std::thread t(work, 1);
    if (!wait) t.detach(); // EXPECT: detached-thread
    t.join(); // EXPECT: repeated-join
}

void detachOrJoin(bool wait) {
    std::thread t(work, 1);
    if (!wait) t.detach(); // EXPECT: detached-thread
    else t.join();
}

void detachOrJoinable(bool wait) {
    std::thread t(work, 1);
    if (!wait) t.detach(); // EXPECT: detached-thread
    if (t.joinable()) t.join();
}

class Worker {
public:
    void start() { t_ = std::thread(&Worker::loop, this); }
    void stop() { t_.join(); } // EXPECT: repeated-join
    ~Worker() { if (t_.joinable()) t_.join(); }
private:
    void loop() {
        work(0);
        if (crashed()) stop();
    }
    std::thread t_;
};

class Group {
public:
    void add(int i) { ts_.emplace_back(work, i); }
    void joinAll() {
        for (auto& t : ts_) t.join();
        ts_.clear();
    }
    ~Group() { joinAll(); }
private:
    std::vector<std::thread> ts_;
};

void useGroup() {
    Group g;
    g.add(1);
    g.joinAll();
    g.add(2);
}

void swapPair() {
    std::thread a(work, 1), b(work, 2);
    a.swap(b);
    a.join();
    b.join();
}

void neverStarted(bool go) {
    std::thread t;
    if (go) t = std::thread(work, 1);
    t.join(); // EXPECT: repeated-join
}

void startedIf(bool go) {
    std::thread t;
    if (go) t = std::thread(work, 1);
    restartLog();
    if (go) t.join();
}

void exchangeIt() {
    std::thread t(work, 1);
    auto old = std::exchange(t, std::thread(work, 2));
    old.join();
    t.join();
}

} // namespace sup
