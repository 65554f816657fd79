// The worker's loop has no end but an assertion, which is no way out.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

class Env {
public:
  void Schedule(void (*work)(void *), void *arg) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!started_) {
      started_ = true;
      std::thread background(Env::Entry, this);
      background.detach(); // EXPECT: detached-thread
    }
    cv_.notify_one();
    queue_.emplace(work, arg);
  }

private:
  static void Entry(Env *env) { env->Main(); }
  void Main() {
    while (true) { // EXPECT: unstoppable-worker
      std::unique_lock<std::mutex> lock(mutex_);
      while (queue_.empty())
        cv_.wait(lock);
      assert(!queue_.empty());
      auto item = queue_.front();
      queue_.pop();
      lock.unlock();
      item.first(item.second);
    }
  }
  std::mutex mutex_;
  std::condition_variable cv_;
  std::queue<std::pair<void (*)(void *), void *>> queue_;
  bool started_ = false;
};
void use(Env &env) { env.Schedule(nullptr, nullptr); }
