#include <atomic>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <condition_variable>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

class Journal {
public:
    void append(const std::string& line) {
        {
            std::lock_guard g(m_);
            ++busy_;
        }
        std::thread(&Journal::write, this, line).detach();
    }
    void sync() {
        std::unique_lock g(m_);
        quiet_.wait(g, [this] { return busy_ == 0; });
    }
private:
    void write(const std::string& line) {
        std::cout << line << '\n';
        std::lock_guard g(m_);
        if (--busy_ == 0) quiet_.notify_all();
    }
    std::mutex m_;
    std::condition_variable quiet_;
    int busy_ = 0;
};

Journal& journal() {
    static Journal j;
    return j;
}

[[noreturn]] void die(const char* why) {
    std::cerr << why << '\n';
    std::exit(1); // FN: incomplete-work
}

int process(const std::string& arg) {
    if (arg == "bad") die("bad argument");
    journal().append(arg);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) process(argv[i]);
    journal().sync();
    return 0;
}
