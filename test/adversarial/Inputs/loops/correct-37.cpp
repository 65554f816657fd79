// loops left by exception; caught at entry
#include <iostream>
#include <stdexcept>
#include <thread>
struct Eof : std::runtime_error {
  using runtime_error::runtime_error;
};
class Source {
  int left_ = 100;

public:
  int next() {
    if (left_ == 0)
      throw Eof("eof");
    return left_--;
  }
};
int main() {
  Source s;
  long sum = 0;
  std::thread t([&] {
    try {
      for (;;)
        sum += s.next();
    } catch (const Eof &) {
    }
  });
  t.join();
  std::cout << sum << '\n';
}
