#include <atomic>
#include <future>
#include <thread>
#include <vector>
int ask(int);
int firstAnswer(int n) {
    std::promise<int> p;
    auto f = p.get_future();
    std::atomic<bool> set{false};
    std::vector<std::jthread> ts;
    for (int i = 0; i < n; ++i)
        ts.emplace_back([&, i] {
            const int r = ask(i);
            if (!set.exchange(true)) p.set_value(r);
        });
    return f.get();
}
