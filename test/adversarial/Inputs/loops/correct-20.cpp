// event loop with virtual tick and a command queue; quit is a command
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
class EventLoop {
public:
  virtual ~EventLoop() = default;
  void post(std::function<void()> f) {
    std::scoped_lock lk(mu_);
    pending_.push_back(std::move(f));
    cv_.notify_all();
  }
  void quit() {
    post([this] { running_ = false; });
  }
  void exec() {
    running_ = true;
    while (running_) {
      std::list<std::function<void()>> batch;
      {
        std::unique_lock lk(mu_);
        while (pending_.empty())
          cv_.wait(lk);
        batch.swap(pending_);
      }
      for (auto &f : batch)
        f();
      idle();
    }
  }

protected:
  virtual void idle() {}

private:
  std::mutex mu_;
  std::condition_variable cv_;
  std::list<std::function<void()>> pending_;
  bool running_ = false; // only touched on the loop thread
};
int main() {
  auto loop = std::make_unique<EventLoop>();
  std::thread t([&] { loop->exec(); });
  loop->post([] {});
  loop->quit();
  t.join();
}
