#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace silent {

using namespace std::chrono_literals;
int slow(int i);
void side(int i);
bool flip();

int cancelled(int i) {
    auto stop = std::make_shared<std::atomic<bool>>(false);
    auto f = std::async(std::launch::async, [stop, i] {
        int acc = 0;
        while (!*stop && acc < 1000) acc += slow(i);
        return acc;
    });
    if (f.wait_for(1s) == std::future_status::timeout) {
        *stop = true;
        return f.get();
    }
    return f.get();
}

int ternary(int i) {
    auto f = std::async(std::launch::async, slow, i);
    return flip() ? f.get() : (f.wait(), 0);
}

int optionalFuture(bool early) {
    std::optional<std::future<int>> f;
    if (early) f = std::async(std::launch::async, slow, 1);
    side(1);
    return f ? f->get() : slow(1);
}

int validGuard(bool early) {
    std::future<int> f;
    if (early) f = std::async(std::launch::async, slow, 1);
    side(1);
    if (f.valid()) return f.get();
    return slow(1);
}

std::shared_future<int> sharedCache(int k) {
    static std::map<int, std::shared_future<int>> cache;
    auto it = cache.find(k);
    if (it != cache.end()) return it->second;
    auto f = std::async(std::launch::async, slow, k).share();
    cache.emplace(k, f);
    return f;
}

class Lazy {
public:
    explicit Lazy(int k) : f_(std::async(std::launch::async, slow, k).share()) {}
    int value() const { return f_.get(); }
private:
    std::shared_future<int> f_;
};

void waitAll(int n) {
    std::vector<std::future<int>> fs(n);
    std::generate(fs.begin(), fs.end(), [i = 0]() mutable { return std::async(std::launch::async, slow, i++); });
    for (auto& f : fs) f.wait();
}

int pollAll(int n) {
    std::vector<std::future<int>> fs;
    for (int i = 0; i < n; ++i) fs.push_back(std::async(std::launch::async, slow, i));
    int sum = 0;
    while (!fs.empty()) {
        for (auto it = fs.begin(); it != fs.end();) {
            if (it->wait_for(0s) == std::future_status::ready) {
                sum += it->get();
                it = fs.erase(it);
            } else {
                ++it;
            }
        }
        side(sum);
    }
    return sum;
}

struct Result { std::future<int> f; int id; };
Result start(int i) { return {std::async(std::launch::async, slow, i), i}; }
int useResult(int i) {
    Result r = start(i);
    side(r.id);
    return r.f.get();
}

int structured(int i) {
    auto [f, id] = start(i);
    side(id);
    return f.get();
}

int viaLambda(int i) {
    auto launch = [](int k) { return std::async(std::launch::async, slow, k); };
    auto a = launch(i);
    auto b = launch(i + 1);
    return a.get() + b.get();
}

int throwsBetween(int i) {
    auto f = std::async(std::launch::async, slow, i);
    if (i < 0) throw std::invalid_argument("i");
    return f.get();
}

class Pipeline {
public:
    void next(int i) {
        auto f = std::async(std::launch::async, slow, i);
        if (prev_.valid()) sum_ += prev_.get();
        prev_ = std::move(f);
    }
    int finish() {
        if (prev_.valid()) sum_ += prev_.get();
        return sum_;
    }
private:
    std::future<int> prev_;
    int sum_ = 0;
};

void scoped(int i) {
    auto bg = std::async(std::launch::async, side, i);
    side(i + 1);
}

} // namespace silent
