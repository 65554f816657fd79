// base class declares the jthread; derived member dies first... but also local
// order with joining wrapper
#include <string>
#include <thread>
#include <utility>
class Joiner {
  std::thread t_;

public:
  template <class... A> explicit Joiner(A &&...a) : t_(std::forward<A>(a)...) {}
  Joiner(Joiner &&) = default;
  ~Joiner() {
    if (t_.joinable())
      t_.join();
  }
};
class Writer {
  Joiner j_;
  std::string buf_; // EXPECT: destroyed-before-join
  void run() { buf_ += "x"; }

public:
  Writer() : j_(&Writer::run, this) {}
};
