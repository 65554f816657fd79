// inheritance w/ template-method; destructor in derived; protected handle;
// interface; override stop
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
struct IRunnable {
  virtual ~IRunnable() = default;
  virtual void stop() = 0;
};
class Base : public IRunnable {
protected:
  std::thread th_;
  std::mutex m_;
  std::condition_variable cv_;
  bool stop_ = false;
  void joinThread() {
    {
      std::lock_guard lk(m_);
      stop_ = true;
    }
    cv_.notify_all();
    if (th_.joinable())
      th_.join();
  }

public:
  ~Base() override { joinThread(); }
  void stop() override { joinThread(); }
};
class Impl : public Base {
  void run() {
    std::unique_lock lk(m_);
    cv_.wait(lk, [this] { return stop_; });
  }

public:
  Impl() { th_ = std::thread(&Impl::run, this); }
  ~Impl() override { Base::stop(); }
};
std::unique_ptr<IRunnable> make() { return std::make_unique<Impl>(); }
