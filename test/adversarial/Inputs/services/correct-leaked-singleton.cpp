#include <atomic>
#include <thread>
bool work();
class Heart {
public:
    static Heart& instance() { static Heart& h = *new Heart; return h; }
private:
    Heart() : t_([this] { while (!quit_) work(); }) {}
    std::atomic<bool> quit_{false};
    std::thread t_;
};
