// virtual run() that throws, started from base
#include <stdexcept>
#include <thread>
class Base {
  std::thread t_;

public:
  virtual ~Base() {
    if (t_.joinable())
      t_.join();
  }
  void start() {
    t_ = std::thread([this] { run(); }); // EXPECT: thread-exception-escape
  }

private:
  virtual void run() { throw std::logic_error("not implemented"); }
};
int main() {
  Base b;
  b.start();
}
