#include <chrono>
#include <condition_variable>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace http {

struct Response { int status = 0; std::string body; };
Response get(const std::string& url);

using namespace std::chrono_literals;

class Client {
public:
    std::future<Response> fetch(const std::string& url) {
        auto p = std::make_shared<std::promise<Response>>();
        auto f = p->get_future();
        std::lock_guard g(m_);
        threads_.emplace_back([p, url] {
            try {
                p->set_value(get(url));
            } catch (...) {
                p->set_exception(std::current_exception());
            }
        });
        return f;
    }
    ~Client() {
        for (auto& t : threads_) t.join();
    }
private:
    std::mutex m_;
    std::vector<std::thread> threads_;
};

std::optional<Response> getOrGiveUp(Client& c, const std::string& url) {
    auto f = c.fetch(url);
    if (f.wait_for(2s) != std::future_status::ready) return std::nullopt;
    return f.get();
}

Response firstOf(const std::string& a, const std::string& b) {
    auto fa = std::async(std::launch::async, get, a);
    auto fb = std::async(std::launch::async, get, b);
    for (;;) {
        if (fa.wait_for(5ms) == std::future_status::ready) { fb.wait(); return fa.get(); }
        if (fb.wait_for(5ms) == std::future_status::ready) { fa.wait(); return fb.get(); }
    }
}

Response retry(const std::string& url) {
    std::future<Response> f;
    for (int i = 0; i < 3; ++i) {
        f = std::async(std::launch::async, get, url);
        Response r = f.get();
        if (r.status == 200) return r;
    }
    return {};
}

Response hurry(const std::string& url) {
    std::future<Response> f = std::async(std::launch::async, get, url);
    for (int i = 0; i < 3; ++i) {
        if (f.wait_for(1s) == std::future_status::ready) return f.get(); // EXPECT: unowned-future
    }
    return {408, ""};
}

class Prefetcher {
public:
    void hint(const std::string& url) {
        if (auto it = pending_.find(url); it != pending_.end()) return;
        pending_.emplace(url, std::async(std::launch::async, get, url));
    }
    Response take(const std::string& url) {
        auto it = pending_.find(url);
        if (it == pending_.end()) return get(url);
        auto f = std::move(it->second);
        pending_.erase(it);
        return f.get();
    }
private:
    std::map<std::string, std::future<Response>> pending_;
};

void headOnly(const std::vector<std::string>& urls) {
    for (const auto& u : urls)
        static_cast<void>(std::async(std::launch::async, get, u)); // EXPECT: unowned-future
}

void deferredNever(const std::string& u) {
    auto r = std::async(std::launch::deferred, get, u);
    if (u.empty()) return;
    r.get();
}

} // namespace http
