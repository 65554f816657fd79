#include <functional>
#include <future>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace session {

void send(std::string_view payload);
void audit(const std::string& user);
int score(std::span<const int> samples);

void notifyUser(const std::string& name) {
    std::string greeting = "hello " + name;
    std::thread t([&greeting] { send(greeting); }); // EXPECT: dangling-capture
    t.detach(); // EXPECT: detached-thread
}

void notifyUserCopy(const std::string& name) {
    std::string greeting = "hello " + name;
    std::thread t([greeting] { send(greeting); });
    t.detach(); // EXPECT: detached-thread
}

std::future<int> rate(int n) {
    std::vector<int> samples(n, 1);
    return std::async(std::launch::async, [&] { return score(samples); }); // EXPECT: dangling-capture
}

std::future<int> rateMoved(int n) {
    std::vector<int> samples(n, 1);
    return std::async(std::launch::async, [samples = std::move(samples)] { return score(samples); });
}

int rateHere(int n) {
    std::vector<int> samples(n, 1);
    auto f = std::async(std::launch::async, [&] { return score(samples); });
    return f.get();
}

void auditLater(std::string user) {
    std::thread(audit, std::cref(user)).detach(); // EXPECT: dangling-capture, detached-thread
}

void sendView(int id) {
    std::string text = std::to_string(id);
    std::string_view view = text;
    std::thread(send, view).detach(); // EXPECT: dangling-capture, detached-thread
}

class Session : public std::enable_shared_from_this<Session> {
public:
    void start() {
        auto self = shared_from_this();
        std::thread([self] { self->loop(); }).detach(); // EXPECT: detached-thread
    }
private:
    void loop() { send(name_); }
    std::string name_;
};

class Auditor {
public:
    ~Auditor() { if (t_.joinable()) t_.join(); }
    void auditNow(const std::string& user) {
        std::string line = "audit " + user;
        t_ = std::jthread([&line] { audit(line); }); // EXPECT: dangling-capture
    }
    void auditBlocking(const std::string& user) {
        std::string line = "audit " + user;
        t_ = std::jthread([&line] { audit(line); });
        t_.join();
    }
private:
    std::jthread t_;
};

void statics() {
    static const std::string banner = "welcome";
    std::thread([&] { send(banner); }).detach(); // EXPECT: detached-thread
}

} // namespace session
