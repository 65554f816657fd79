// A value that was stored before it is asked elects nobody: the path without
// the value leaves main waiting.
#include <latch>
#include <thread>

bool fetch();

struct Download {
  bool Ok = false;
  std::latch Done{1};
};

int main() {
  static Download One;
  std::thread([] {
    One.Ok = fetch();
    if (!One.Ok)
      return;
    One.Done.count_down();
  }).detach(); // EXPECT: detached-thread
  One.Done.wait();
}
