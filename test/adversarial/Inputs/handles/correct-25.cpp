// macro TRY w/ early returns, scope guard class by template + macro
#include <thread>
#include <utility>
template <class F> class ScopeExit {
  F f_;
  bool armed_ = true;

public:
  explicit ScopeExit(F f) : f_(std::move(f)) {}
  ScopeExit(ScopeExit &&o)
      : f_(std::move(o.f_)), armed_(std::exchange(o.armed_, false)) {}
  ~ScopeExit() {
    if (armed_)
      f_();
  }
};
struct ScopeMaker {
  template <class F> ScopeExit<F> operator+(F &&f) {
    return ScopeExit<F>(std::forward<F>(f));
  }
};
#define CAT_(a, b) a##b
#define CAT(a, b) CAT_(a, b)
#define SCOPE_EXIT auto CAT(se_, __LINE__) = ScopeMaker() + [&]()
#define RETURN_IF_ERR(x)                                                       \
  do {                                                                         \
    if (int e_ = (x))                                                          \
      return e_;                                                               \
  } while (0)
int step1();
int step2();
void bg() noexcept;
int run() {
  std::thread t(bg);
  SCOPE_EXIT { t.join(); };
  RETURN_IF_ERR(step1());
  RETURN_IF_ERR(step2());
  return 0;
}
