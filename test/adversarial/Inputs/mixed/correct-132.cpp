// optional/variant of handles handled through helpers, reset, value_or,
// unique_ptr reset after join
#include <memory>
#include <optional>
#include <thread>
class A {
  std::optional<std::jthread> t_;
  std::unique_ptr<std::thread> u_;

public:
  void start() {
    t_.emplace([](std::stop_token s) {
      while (!s.stop_requested())
        std::this_thread::yield();
    });
    if (!u_)
      u_ = std::make_unique<std::thread>([] {});
  }
  void stop() {
    t_.reset();
    if (u_) {
      u_->join();
      u_.reset();
    }
  }
  ~A() { stop(); }
};
int main() {
  A a;
  a.start();
  a.stop();
  a.start();
  std::optional<std::thread> o = std::thread([] {});
  o->join();
  o.reset();
  std::optional<std::thread> p;
  p.emplace([] {});
  p.value().join();
  auto u = std::make_unique<std::thread>([] {});
  u->join();
  u = std::make_unique<std::thread>([] {});
  u->join();
  u.reset(new std::thread([] {}));
  (*u).join();
}
