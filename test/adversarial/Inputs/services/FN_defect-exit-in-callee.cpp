#include <cstdlib>
#include <latch>
#include <thread>
void work(int);
std::latch done(8);
void process(int v) {
    if (v > 4) std::exit(1); // FN: incomplete-work
    std::thread([v] { work(v); done.count_down(); }).detach();
}
int main() {
    for (int i = 0; i < 8; ++i) process(i);
    done.wait();
    return 0;
}
