#include <atomic>
#include <chrono>
#include <future>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

bool indexNext(const std::string& root);
void waitForTerm();

namespace {

class Indexer {
public:
    explicit Indexer(std::string root)
        : root_(std::move(root)), done_(std::async(std::launch::async, [this] {
              while (indexNext(root_)) ++n_;
              return n_.load();
          })) {}
    ~Indexer() { done_.wait(); } // EXPECT: unbounded-wait
private:
    std::string root_;
    std::atomic<int> n_{0};
    std::future<int> done_;
};

class DeadlineIndexer {
public:
    explicit DeadlineIndexer(std::string root)
        : root_(std::move(root)), done_(std::async(std::launch::async, [this] {
              while (!quit_ && indexNext(root_)) ++n_;
              return n_.load();
          })) {}
    ~DeadlineIndexer() {
        if (done_.wait_for(std::chrono::seconds(2)) != std::future_status::ready) {
            quit_ = true;
            done_.wait();
        }
    }
private:
    std::string root_;
    std::atomic<bool> quit_{false};
    std::atomic<int> n_{0};
    std::future<int> done_;
};

// general wrapper: knows nothing of its task
class Joining {
public:
    template <typename F> explicit Joining(F f) : t_(std::move(f)) {}
    ~Joining() { t_.join(); }
private:
    std::thread t_;
};

} // namespace

int main(int argc, char** argv) {
    Indexer a(argv[0]);
    DeadlineIndexer b(argv[argc - 1]);
    Joining once([] { std::cout << "once\n"; });
    waitForTerm();
}
