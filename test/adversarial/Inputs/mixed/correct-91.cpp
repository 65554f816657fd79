// promise based handshake, set_exception on failure
#include <future>
#include <stdexcept>
#include <thread>
static int init(int n) {
  if (n < 0)
    throw std::invalid_argument("n");
  return n;
}
int start(int n) {
  std::promise<int> p;
  auto f = p.get_future();
  std::thread t([p = std::move(p), n]() mutable {
    try {
      p.set_value(init(n));
    } catch (...) {
      p.set_exception(std::current_exception());
    }
  });
  struct J {
    std::thread &t;
    ~J() { t.join(); }
  } j{t};
  return f.get();
}
int main() {
  try {
    return start(1);
  } catch (...) {
    return 1;
  }
}
