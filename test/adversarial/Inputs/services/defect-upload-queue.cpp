#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <queue>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace upload {

struct UploadError : std::runtime_error { using std::runtime_error::runtime_error; };
int httpPut(const std::string& file);

void put(const std::string& file) {
    const int status = httpPut(file);
    if (status >= 500) throw UploadError("server error " + std::to_string(status));
    if (status >= 400) std::cerr << "rejected " << file << '\n';
}

template <int N>
void putWithRetry(const std::string& file) {
    for (int i = 0; i < N; ++i) {
        try {
            put(file);
            return;
        } catch (const UploadError&) {
            if (i + 1 == N) throw;
        }
    }
}

void background(const std::string& file) {
    std::thread t(putWithRetry<3>, file); // EXPECT: thread-exception-escape
    t.join();
}

void backgroundLogged(const std::string& file) {
    std::thread t([file] {
        try {
            putWithRetry<3>(file);
        } catch (const std::exception& e) {
            std::cerr << e.what() << '\n';
        }
    });
    t.join();
}

class Uploader {
public:
    Uploader() : t_(&Uploader::run, this) {} // EXPECT: thread-exception-escape
    ~Uploader() {
        {
            std::lock_guard g(m_);
            stop_ = true;
        }
        cv_.notify_all();
        t_.join();
    }
    void add(std::string f) {
        {
            std::lock_guard g(m_);
            q_.push(std::move(f));
        }
        cv_.notify_one();
    }
private:
    void run() {
        for (;;) {
            std::string f;
            {
                std::unique_lock g(m_);
                cv_.wait(g, [this] { return stop_ || !q_.empty(); });
                if (q_.empty()) return;
                f = std::move(q_.front());
                q_.pop();
            }
            put(f);
        }
    }
    std::mutex m_;
    std::condition_variable cv_;
    std::queue<std::string> q_;
    bool stop_ = false;
    std::thread t_;
};

template <typename F>
auto guarded(F f) {
    return [f = std::move(f)]() noexcept {
        try {
            f();
        } catch (const std::exception& e) {
            std::cerr << e.what() << '\n';
        } catch (...) {
            std::cerr << "unknown\n";
        }
    };
}

void guardedUpload(const std::string& file) {
    std::thread t(guarded([file] { put(file); }));
    t.join();
}

void fatalUpload(const std::string& file) {
    std::thread t([file] {
        try {
            put(file);
        } catch (...) {
            std::cerr << "fatal\n";
            std::abort();
        }
    });
    t.join();
}

} // namespace upload
