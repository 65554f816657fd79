// jthread with an endless loop via member function pointer
#include <thread>
class H {
  unsigned n_ = 0;
  std::jthread t_;
  void beat() {
    while (true) { // EXPECT: unstoppable-worker
      ++n_;
      std::this_thread::yield();
    }
  }

public:
  H() : t_(&H::beat, this) {}
};
int main() { H h; }
