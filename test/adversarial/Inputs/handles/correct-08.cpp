// template joining wrapper w/ action policy, move
#include <thread>
#include <utility>
template <void (std::thread::*Action)()> class ThreadRAII {
  std::thread t_;

public:
  explicit ThreadRAII(std::thread &&t) : t_(std::move(t)) {}
  ThreadRAII(ThreadRAII &&) = default;
  ThreadRAII &operator=(ThreadRAII &&o) {
    if (this != &o) {
      close();
      t_ = std::move(o.t_);
    }
    return *this;
  }
  void close() {
    if (t_.joinable())
      (t_.*Action)();
  }
  ~ThreadRAII() { close(); }
};
using Joined = ThreadRAII<&std::thread::join>;
int main() {
  int x = 0;
  Joined j(std::thread([&x] { x = 1; }));
  Joined k = std::move(j);
}
