#include <atomic>
#include <mutex>
#include <condition_variable>
#include <string>
#include <thread>
#include <vector>
#include <iostream>

namespace crawl {

std::string download(const std::string& url);
void store(const std::string& url, const std::string& body);

class Crawler {
public:
    void visit(const std::string& url) {
        workers_.emplace_back(&Crawler::fetch, this, url);
    }
    void waitIdle() {
        std::unique_lock<std::mutex> lk(mu_);
        idle_.wait(lk, [this] { return active_ == 0; });
    }
    ~Crawler() { for (auto& w : workers_) w.join(); }
private:
    void fetch(std::string url) {
        {
            std::lock_guard<std::mutex> lk(mu_);
            ++active_; // EXPECT: late-count-up
        }
        store(url, download(url));
        std::lock_guard<std::mutex> lk(mu_);
        if (--active_ == 0) idle_.notify_all();
    }
    std::mutex mu_;
    std::condition_variable idle_;
    int active_ = 0;
    std::vector<std::thread> workers_;
};

class PoliteCrawler {
public:
    void visit(const std::string& url) {
        {
            std::lock_guard<std::mutex> lk(mu_);
            ++active_;
        }
        workers_.emplace_back(&PoliteCrawler::fetch, this, url);
    }
    void waitIdle() {
        std::unique_lock<std::mutex> lk(mu_);
        idle_.wait(lk, [this] { return active_ == 0; });
    }
    ~PoliteCrawler() { for (auto& w : workers_) w.join(); }
private:
    void fetch(std::string url) {
        store(url, download(url));
        std::lock_guard<std::mutex> lk(mu_);
        if (--active_ == 0) idle_.notify_all();
    }
    std::mutex mu_;
    std::condition_variable idle_;
    int active_ = 0;
    std::vector<std::thread> workers_;
};

// a gauge: nobody waits for zero; peak is remembered
class GaugedCrawler {
public:
    void visit(const std::string& url) {
        workers_.emplace_back([this, url] {
            int now = ++active_;
            if (now > peak_) peak_ = now;
            store(url, download(url));
            --active_;
        });
    }
    void print() const {
        if (active_ == 0) std::cout << "idle, ";
        std::cout << "peak " << peak_ << '\n';
    }
private:
    std::atomic<int> active_{0};
    std::atomic<int> peak_{0};
    std::vector<std::jthread> workers_;
};

} // namespace crawl
