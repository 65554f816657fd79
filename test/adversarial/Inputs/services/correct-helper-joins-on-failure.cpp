#include <thread>
void work();
bool check();
static bool start(std::thread& t) {
    t = std::thread(work);
    if (!check()) {
        t.join();
        return false;
    }
    return true;
}
int run() {
    std::thread t;
    if (!start(t)) return -1;
    work();
    t.join();
    return 0;
}
