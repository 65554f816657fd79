#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
void work(int);
struct Slot { std::mutex m; std::condition_variable cv; bool done = false; };
void slots(int n) {
    std::vector<std::shared_ptr<Slot>> all;
    for (int i = 0; i < n; ++i) {
        auto s = std::make_shared<Slot>();
        all.push_back(s);
        std::thread([s, i] {
            work(i);
            std::lock_guard g(s->m);
            s->done = true;
            s->cv.notify_one();
        }).detach();
    }
    for (auto& s : all) {
        std::unique_lock g(s->m);
        s->cv.wait(g, [&] { return s->done; });
    }
}
