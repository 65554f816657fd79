#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <variant>

namespace actor {

struct Stop {};
struct Text { std::string s; };
using Message = std::variant<Stop, Text>;

class Mailbox {
public:
    void post(Message m) {
        std::lock_guard<std::mutex> g(mu_);
        q_.push(std::move(m));
        cv_.notify_one();
    }
    Message take() {
        std::unique_lock<std::mutex> g(mu_);
        cv_.wait(g, [this] { return !q_.empty(); });
        Message m = std::move(q_.front());
        q_.pop();
        return m;
    }
private:
    std::mutex mu_;
    std::condition_variable cv_;
    std::queue<Message> q_;
};

class Actor {
public:
    Actor() : thread_([this] { run(); }) {}
    virtual ~Actor() {
        mailbox_.post(Stop{});
        thread_.join();
    }
    void tell(std::string s) { mailbox_.post(Text{std::move(s)}); }
protected:
    void onText(const Text& t);
private:
    void run() {
        for (;;) {
            Message m = mailbox_.take();
            if (std::holds_alternative<Stop>(m)) return;
            if (auto* t = std::get_if<Text>(&m)) onText(*t);
        }
    }
    Mailbox mailbox_;
    std::thread thread_;
};

// the stop message never comes
class StuckActor {
public:
    StuckActor() : thread_([this] { run(); }) {}
    ~StuckActor() {
        thread_.join();
        mailbox_.post(Stop{});
    }
    void tell(std::string s) { mailbox_.post(Text{std::move(s)}); }
private:
    void run() {
        for (;;) {
            Message m = mailbox_.take();
            if (std::holds_alternative<Stop>(m)) return;
        }
    }
    Mailbox mailbox_;
    std::thread thread_;
};

// poison pill by function objects
class Executor {
public:
    Executor() { thread_ = std::thread(&Executor::loop, this); }
    ~Executor() {
        enqueue(nullptr);
        thread_.join();
    }
    void enqueue(std::function<void()> f) {
        std::lock_guard<std::mutex> g(mu_);
        q_.push(std::move(f));
        cv_.notify_one();
    }
private:
    void loop() {
        while (true) {
            std::function<void()> f;
            {
                std::unique_lock<std::mutex> g(mu_);
                cv_.wait(g, [this] { return !q_.empty(); });
                f = std::move(q_.front());
                q_.pop();
            }
            if (!f) break;
            f();
        }
    }
    std::mutex mu_;
    std::condition_variable cv_;
    std::queue<std::function<void()>> q_;
    std::thread thread_;
};

} // namespace actor
