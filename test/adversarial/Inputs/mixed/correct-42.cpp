// scope guard class with lambda; early return and throw between
#include <stdexcept>
#include <thread>
#include <utility>
template <class F> class ScopeExit {
  F f_;
  bool on_ = true;

public:
  explicit ScopeExit(F f) : f_(std::move(f)) {}
  ScopeExit(const ScopeExit &) = delete;
  ~ScopeExit() {
    if (on_)
      f_();
  }
  void dismiss() { on_ = false; }
};
int run(int n) {
  std::thread t([] {});
  ScopeExit g([&t] {
    if (t.joinable())
      t.join();
  });
  if (n < 0)
    throw std::runtime_error("neg");
  if (n == 0)
    return 0;
  t.join();
  return n;
}
int main(int argc, char **) {
  try {
    return run(argc);
  } catch (const std::exception &) {
    return 1;
  }
}
