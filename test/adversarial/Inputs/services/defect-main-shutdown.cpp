#include <condition_variable>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace {

class Mailer {
public:
    void send(std::string to) {
        {
            std::lock_guard g(m_);
            ++open_;
        }
        std::thread([this, to = std::move(to)] {
            std::clog << "mail to " << to << '\n';
            std::lock_guard g(m_);
            --open_;
            none_.notify_all();
        }).detach();
    }
    void flush() {
        std::unique_lock g(m_);
        none_.wait(g, [this] { return open_ == 0; });
    }
private:
    std::mutex m_;
    std::condition_variable none_;
    int open_ = 0;
};

bool loadConfig(const char* path) { return path[0] != '\0'; }

} // namespace

int main(int argc, char** argv) {
    Mailer mailer;
    for (int i = 1; i < argc; ++i) mailer.send(argv[i]);
    if (argc > 1 && !loadConfig(argv[1])) {
        std::cerr << "bad config\n";
        return 2; // EXPECT: incomplete-work
    }
    mailer.flush();
    return 0;
}
