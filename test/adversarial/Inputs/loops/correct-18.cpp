// exceptions caught in entry, stored, rethrown in the joiner
#include <exception>
#include <iostream>
#include <stdexcept>
#include <thread>
static void risky(int n) {
  if (n > 2)
    throw std::out_of_range("n");
}
class Runner {
  std::exception_ptr err_;
  std::thread t_;
  void body(int n) noexcept {
    try {
      risky(n);
    } catch (...) {
      err_ = std::current_exception();
    }
  }

public:
  void start(int n) { t_ = std::thread(&Runner::body, this, n); }
  void finish() {
    t_.join();
    if (err_)
      std::rethrow_exception(err_);
  }
  ~Runner() {
    if (t_.joinable())
      t_.join();
  }
};
int main(int argc, char **) {
  Runner r;
  r.start(argc);
  try {
    r.finish();
  } catch (const std::exception &e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
}
