// pool class with submit & waitIdle, used by main; drain through wait_idle;
// nested helper class
#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>
class ThreadPool {
  using Job = std::function<void()>;

public:
  explicit ThreadPool(std::size_t n) : running_(true) {
    threads_.reserve(n);
    for (std::size_t i = 0; i < n; i++)
      threads_.push_back(std::thread(&ThreadPool::worker, this, i));
  }
  virtual ~ThreadPool() { shutdown(); }
  bool submit(Job j) {
    std::unique_lock<std::mutex> lk(mu_);
    if (!running_)
      return false;
    jobs_.emplace_back(std::move(j));
    lk.unlock();
    cond_.notify_one();
    return true;
  }
  void waitIdle() {
    std::unique_lock<std::mutex> lk(mu_);
    idle_.wait(lk, [this]() { return jobs_.empty() && busy_ == 0; });
  }
  void shutdown() {
    {
      std::unique_lock<std::mutex> lk(mu_);
      if (!running_)
        return;
      running_ = false;
    }
    cond_.notify_all();
    for (auto it = threads_.begin(); it != threads_.end(); ++it)
      if (it->joinable())
        it->join();
    threads_.clear();
  }

private:
  void worker(std::size_t) {
    std::unique_lock<std::mutex> lk(mu_);
    while (running_ || !jobs_.empty()) {
      if (jobs_.empty()) {
        cond_.wait(lk);
        continue;
      }
      Job j = std::move(jobs_.front());
      jobs_.pop_front();
      ++busy_;
      lk.unlock();
      try {
        j();
      } catch (...) {
      }
      lk.lock();
      if (--busy_ == 0 && jobs_.empty())
        idle_.notify_all();
    }
  }
  std::mutex mu_;
  std::condition_variable cond_, idle_;
  std::list<Job> jobs_;
  int busy_ = 0;
  bool running_;
  std::vector<std::thread> threads_;
};
int main() {
  ThreadPool p(3);
  std::atomic<int> n{0};
  for (int i = 0; i < 100; ++i)
    p.submit([&n] { n += 1; });
  p.waitIdle();
  return n == 100 ? 0 : 1;
}
