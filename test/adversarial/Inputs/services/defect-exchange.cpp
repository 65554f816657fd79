#include <thread>
#include <utility>
void work(int);
void replaced() {
    std::thread t(work, 1);
    auto old = std::exchange(t, std::thread(work, 2));
    old.join();
    t.join();
}
void leaked() {
    std::thread t(work, 1); // EXPECT: unjoined-thread
    auto old = std::exchange(t, std::thread(work, 2));
    old.join();
}
