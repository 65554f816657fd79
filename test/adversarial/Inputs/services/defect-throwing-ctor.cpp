#include <stdexcept>
#include <thread>
void loop();
class Stage {
public:
    explicit Stage(bool ok) {
        t_ = std::thread(loop);
        if (!ok) throw std::invalid_argument("cfg");
    }
    ~Stage() { if (t_.joinable()) t_.join(); }
private:
    std::thread t_; // EXPECT: unjoined-thread
};
