// ctor starts several threads, catches start failure; std::terminate path;
// call_once
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <thread>
void w() noexcept;
class Two {
  std::thread a_, b_;

public:
  Two() : a_(w) {
    try {
      b_ = std::thread(w);
    } catch (const std::system_error &) {
      a_.join();
      throw;
    }
  }
  Two(const Two &) = delete;
  ~Two() {
    a_.join();
    b_.join();
  }
};
class Lazy {
  std::once_flag once_;
  std::thread t_;

public:
  void ensure() {
    std::call_once(once_, [this] { t_ = std::thread(w); });
  }
  ~Lazy() {
    if (t_.joinable())
      t_.join();
  }
};
[[noreturn]] void die();
bool ok();
void f() {
  std::thread t(w);
  if (!ok())
    die();
  if (!ok())
    std::abort();
  t.join();
}
void g() {
  std::thread t(w);
  try {
    if (!ok())
      throw 1;
  } catch (int) {
  }
  t.join();
}
