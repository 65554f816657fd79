// detach with in-class in-flight counter, waited in dtor
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
class Dispatcher {
public:
  void submit(std::function<void()> f) {
    {
      std::unique_lock lk(mu_);
      cv_.wait(lk, [this] { return active_ < 8; });
      ++active_;
    }
    std::thread([this, f = std::move(f)]() noexcept {
      struct Done {
        Dispatcher *d;
        ~Done() {
          std::lock_guard lk(d->mu_);
          --d->active_;
          d->cv_.notify_all();
        }
      } done{this};
      f();
    }).detach();
  }
  ~Dispatcher() {
    std::unique_lock lk(mu_);
    cv_.wait(lk, [this] { return active_ == 0; });
  }

private:
  std::mutex mu_;
  std::condition_variable cv_;
  int active_ = 0;
};
