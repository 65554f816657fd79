// wrapper with template constructor; used for two kinds of callables
#include <thread>
#include <utility>
class JoiningThread {
  std::thread t_;

public:
  JoiningThread() = default;
  template <class F> explicit JoiningThread(F f) : t_(std::move(f)) {}
  template <class F, class A>
  JoiningThread(F &&f, A &&a) : t_(std::forward<F>(f), std::forward<A>(a)) {}
  JoiningThread(JoiningThread &&) = default;
  JoiningThread &operator=(JoiningThread &&o) {
    if (this != &o) {
      finish();
      t_ = std::move(o.t_);
    }
    return *this;
  }
  ~JoiningThread() { finish(); }

private:
  void finish() noexcept {
    if (t_.joinable())
      t_.join();
  }
};
static void f(int) {}
int main() {
  int x = 0;
  JoiningThread a([&x] { ++x; });
  JoiningThread b(f, 3);
  JoiningThread c;
  c = JoiningThread(&f, 2);
}
