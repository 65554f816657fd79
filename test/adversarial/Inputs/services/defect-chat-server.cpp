#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <sys/socket.h>
#include <unistd.h>
#include <thread>
#include <vector>

namespace chat {

void talk(int fd);

class Server {
public:
    explicit Server(int fd) : fd_(fd) {}

    void run() {
        while (true) {
            int c = ::accept(fd_, nullptr, nullptr);
            if (c < 0) break;
            std::thread(&Server::session, this, c).detach(); // EXPECT: unbounded-spawn, detached-thread
        }
    }
private:
    void session(int c) {
        talk(c);
        ::close(c);
    }
    int fd_;
};

class HoardingServer {
public:
    explicit HoardingServer(int fd) : fd_(fd) {}
    void run() {
        for (;;) {
            int c = ::accept(fd_, nullptr, nullptr);
            if (c < 0) return;
            sessions_.emplace_back([c] { talk(c); ::close(c); }); // EXPECT: unbounded-spawn
        }
    }
private:
    int fd_;
    std::vector<std::jthread> sessions_;
};

class BoundedServer {
public:
    explicit BoundedServer(int fd) : fd_(fd) {}
    void run() {
        for (;;) {
            {
                std::unique_lock lk(m_);
                room_.wait(lk, [this] { return live_ < 64; });
                ++live_;
            }
            int c = ::accept(fd_, nullptr, nullptr);
            if (c < 0) {
                leave();
                return;
            }
            std::thread([this, c] {
                talk(c);
                ::close(c);
                leave();
            }).detach();
        }
    }
    ~BoundedServer() {
        std::unique_lock lk(m_);
        room_.wait(lk, [this] { return live_ == 0; });
    }
private:
    void leave() {
        std::lock_guard lk(m_);
        --live_;
        room_.notify_all();
    }
    int fd_;
    std::mutex m_;
    std::condition_variable room_;
    int live_ = 0;
};

class FixedServer {
public:
    explicit FixedServer(int fd) : fd_(fd) {
        const unsigned n = std::max(2u, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < n; ++i) pool_.emplace_back([this] { serve(); });
    }
    ~FixedServer() {
        ::shutdown(fd_, SHUT_RDWR);
        for (auto& t : pool_) t.join();
    }
private:
    void serve() {
        for (;;) {
            int c = ::accept(fd_, nullptr, nullptr);
            if (c < 0) return;
            talk(c);
            ::close(c);
        }
    }
    int fd_;
    std::vector<std::thread> pool_;
};

class ReapingServer {
public:
    void run(int fd) {
        std::list<std::pair<std::shared_ptr<std::atomic<bool>>, std::thread>> live;
        for (;;) {
            int c = ::accept(fd, nullptr, nullptr);
            if (c < 0) break;
            for (auto it = live.begin(); it != live.end();) {
                if (it->first->load()) {
                    it->second.join();
                    it = live.erase(it);
                } else {
                    ++it;
                }
            }
            auto over = std::make_shared<std::atomic<bool>>(false);
            live.emplace_back(over, std::thread([c, over] { talk(c); ::close(c); *over = true; }));
        }
        for (auto& [flag, t] : live) t.join();
    }
};

} // namespace chat
