#include <thread>
void work(int&);
void twice(int a) {
    std::thread t([&a] { work(a); });
    t.join();
    t.detach(); // EXPECT: repeated-join
}
