// pimpl: Impl holds thread, no joining destructor
#include <memory>
#include <thread>
class S {
  struct Impl;
  std::unique_ptr<Impl> p;

public:
  S();
  ~S();
  void go();
};
struct S::Impl {
  std::thread t; // EXPECT: unjoined-thread
};
S::S() : p(std::make_unique<Impl>()) {}
S::~S() = default;
void S::go() {
  p->t = std::thread([] {});
}
