#include <thread>
#include <vector>
void work(int);
std::vector<std::thread> startTwo() {
    std::vector<std::thread> ts;
    ts.emplace_back(work, 1);
    ts.emplace_back(work, 2);
    return ts;
}
void forgot() {
    auto ts = startTwo(); // EXPECT: unjoined-thread
    work(0);
}
