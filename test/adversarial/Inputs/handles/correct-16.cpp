// base class with virtual work, final derived joins; thread handle as
// unique_ptr, reset after join
#include <atomic>
#include <memory>
#include <thread>
class Service {
public:
  virtual ~Service() = default;

protected:
  void launch() {
    if (th_)
      return;
    th_ = std::make_unique<std::thread>(&Service::main, this);
  }
  void halt() {
    running_.store(false);
    if (!th_)
      return;
    if (th_->joinable())
      th_->join();
    th_.reset();
  }
  std::atomic<bool> running_{true};

private:
  virtual void work() = 0;
  void main() {
    while (running_.load())
      work();
  }
  std::unique_ptr<std::thread> th_;
};
class Counter final : public Service {
public:
  Counter() { launch(); }
  ~Counter() override { halt(); }

private:
  void work() override { n_.fetch_add(1); }
  std::atomic<int> n_{0};
};
int main() { Counter c; }
