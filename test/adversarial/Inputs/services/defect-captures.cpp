#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace captures {

void use(const std::string& s);
void usev(std::string_view s);
bool flip();

void latched() {
    std::string s = "x";
    std::latch l(1);
    std::thread([&] { use(s); l.count_down(); }).detach();
    l.wait();
}

void joinedOnAll() {
    std::string s = "x";
    std::thread t([&] { use(s); });
    if (flip()) { t.join(); return; }
    use("y");
    t.join();
}

void literalView() {
    std::string_view v = "literal";
    std::thread([v] { usev(v); }).detach(); // EXPECT: detached-thread
}

void pointerToStatic() {
    static std::string s = "x";
    std::string* p = &s;
    std::thread([p] { use(*p); }).detach(); // EXPECT: detached-thread
}

void heapPointer() {
    auto* p = new std::string("x");
    std::thread([p] { use(*p); delete p; }).detach(); // EXPECT: detached-thread
}

void byRefParam(std::string& s) {
    std::thread([&s] { use(s); }).detach(); // EXPECT: detached-thread
}

std::future<void> futureOfMember(std::shared_ptr<std::string> s) {
    return std::async(std::launch::async, [s] { use(*s); });
}

void structuredRef() {
    std::pair<std::string, int> p{"x", 1};
    auto& [s, n] = p;
    std::jthread t([&s] { use(s); });
    if (n) use("z");
}

void nestedScope() {
    std::vector<std::jthread> ts;
    {
        std::string inner = "x"; // EXPECT: destroyed-before-join
        ts.emplace_back([&inner] { use(inner); });
    }
    use("later");
}

void loopScope(const std::vector<std::string>& in) {
    std::vector<std::future<void>> fs;
    for (const auto& s : in) fs.push_back(std::async(std::launch::async, [&s] { use(s); }));
    for (auto& f : fs) f.get();
}

void loopCopy(const std::vector<std::string>& in) {
    std::vector<std::future<void>> fs;
    for (auto s : in) { // EXPECT: destroyed-before-join
        s += "!";
        fs.push_back(std::async(std::launch::async, [&s] { use(s); }));
    }
    for (auto& f : fs) f.get();
}

std::function<void()> deferredRun() {
    auto s = std::make_shared<std::string>("x");
    return [s] { std::thread([s] { use(*s); }).join(); };
}

class Own {
public:
    explicit Own(std::string s) : s_(std::move(s)), t_([this] { use(s_); }) {}
    ~Own() { t_.join(); }
private:
    std::string s_;
    std::thread t_;
};

std::unique_ptr<Own> make() { return std::make_unique<Own>("x"); }

} // namespace captures
