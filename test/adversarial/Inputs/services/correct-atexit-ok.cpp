#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

namespace {

std::mutex g_m;
std::condition_variable g_quiet;
int g_busy = 0;

void append(std::string line) {
    {
        std::lock_guard g(g_m);
        ++g_busy;
    }
    std::thread([line = std::move(line)] {
        std::cout << line << '\n';
        std::lock_guard g(g_m);
        if (--g_busy == 0) g_quiet.notify_all();
    }).detach();
}

void drain() {
    std::unique_lock g(g_m);
    g_quiet.wait(g, [] { return g_busy == 0; });
}

} // namespace

int main(int argc, char** argv) {
    std::atexit(drain);
    for (int i = 1; i < argc; ++i) append(argv[i]);
    if (argc > 9) std::exit(3);
    return 0;
}
