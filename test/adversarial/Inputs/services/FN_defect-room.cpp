#include <atomic>
#include <thread>
void work(int);
struct Room {
    std::atomic<bool> closing{false};
    std::thread thread;
    void stop() { closing = true; }
    void loop() { while (!closing) work(0); }
    ~Room() { if (thread.joinable()) thread.join(); }
};
void one() {
    Room r;
    r.thread = std::thread(&Room::loop, &r);
    work(1);
    r.thread.join(); // FN: join-before-stop
    r.stop();
}
