// thread self-owning via shared_ptr kept; std::function stop hooks; PImpl
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>
class Engine {
  struct Impl {
    std::atomic<bool> quit{false};
    std::thread th;
    void run() {
      while (!quit.load(std::memory_order_acquire))
        std::this_thread::yield();
    }
    ~Impl() {
      quit.store(true, std::memory_order_release);
      if (th.joinable())
        th.join();
    }
  };
  std::unique_ptr<Impl> impl_ = std::make_unique<Impl>();

public:
  void start() {
    Impl *i = impl_.get();
    impl_->th = std::thread([i] { i->run(); });
  }
};
class Hooks {
  std::vector<std::function<void()>> onStop_;
  std::thread t_;
  void w() noexcept {}

public:
  Hooks() {
    t_ = std::thread(&Hooks::w, this);
    onStop_.push_back([this] { t_.join(); });
  }
  ~Hooks() {
    for (auto &f : onStop_)
      f();
  }
};
class Owner {
  struct Slot {
    std::thread th;
    int id = 0;
  };
  Slot slots_[4];

public:
  void go() noexcept {
    for (auto &s : slots_) {
      stop(s);
      s.th = std::thread([&s] { ++s.id; });
    }
  }
  static void stop(Slot &s) {
    if (s.th.joinable())
      s.th.join();
  }
  ~Owner() {
    for (auto &s : slots_)
      stop(s);
  }
};
int main() {
  Engine e;
  e.start();
  Hooks h;
  Owner o;
  o.go();
}
