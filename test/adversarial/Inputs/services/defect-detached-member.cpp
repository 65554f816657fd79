#include <thread>
#include <vector>
void work();
class One {
    std::thread t_;
public:
    void f() { t_ = std::thread(work); t_.detach(); } // EXPECT: detached-thread
};
class Many {
    std::vector<std::thread> ts_;
public:
    void f() { ts_.emplace_back(work); ts_.back().detach(); } // EXPECT: detached-thread
};
