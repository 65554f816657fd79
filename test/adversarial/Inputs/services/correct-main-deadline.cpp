#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace {

class Mailer {
    struct State {
        std::mutex m;
        std::condition_variable none;
        int open = 0;
    };
public:
    void send(std::string to) {
        auto st = state_;
        {
            std::lock_guard g(st->m);
            ++st->open;
        }
        std::thread([st, to = std::move(to)] {
            std::clog << "mail to " << to << '\n';
            std::lock_guard g(st->m);
            --st->open;
            st->none.notify_all();
        }).detach();
    }
    bool flush(std::chrono::milliseconds limit) {
        std::unique_lock g(state_->m);
        return state_->none.wait_for(g, limit, [this] { return state_->open == 0; });
    }
private:
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

} // namespace

int main(int argc, char** argv) {
    Mailer mailer;
    for (int i = 1; i < argc; ++i) mailer.send(argv[i]);
    if (!mailer.flush(std::chrono::seconds(3)))
        std::cerr << "some mail was not sent\n";
    return EXIT_SUCCESS;
}
