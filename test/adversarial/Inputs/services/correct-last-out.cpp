#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>
void work(int);
void lastOne(int n) {
    std::binary_semaphore done(0);
    std::atomic<int> left{n};
    std::vector<std::jthread> ts;
    for (int i = 0; i < n; ++i)
        ts.emplace_back([&, i] {
            work(i);
            if (--left == 0) done.release();
        });
    done.acquire();
}
