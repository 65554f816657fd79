#include <condition_variable>
#include <mutex>
#include <thread>
void write(int);
class Journal {
public:
    void append(int v) {
        { std::lock_guard g(m_); ++busy_; }
        std::thread([this, v] {
            write(v);
            std::lock_guard g(m_);
            if (--busy_ == 0) quiet_.notify_all();
        }).detach();
    }
    void sync() {
        std::unique_lock g(m_);
        quiet_.wait(g, [this] { return busy_ == 0; });
    }
private:
    std::mutex m_;
    std::condition_variable quiet_;
    int busy_ = 0;
};
Journal& journal() {
    static Journal j;
    return j;
}
int main(int argc, char**) {
    for (int i = 1; i < argc; ++i) journal().append(i);
    journal().sync();
    return 0;
}
