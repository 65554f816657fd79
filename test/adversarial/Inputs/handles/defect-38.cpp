// tracked badly: counts but nobody waits; task passes the signal by
#include <atomic>
#include <latch>
#include <memory>
#include <semaphore>
#include <thread>
bool skip() noexcept;
void a() {
  auto l = std::make_shared<std::latch>(1);
  std::thread([l] { l->count_down(); }).detach(); // EXPECT: detached-thread
}
void b() {
  auto l = std::make_shared<std::latch>(1);
  auto other = std::make_shared<std::latch>(0);
  std::thread([l] { l->count_down(); }).detach(); // EXPECT: detached-thread
  other->wait();
}
void c() {
  auto s = std::make_shared<std::binary_semaphore>(0);
  std::thread([s] {
    if (skip())
      return;
    s->release();
  }).detach(); // EXPECT: detached-thread
  s->acquire();
}
class Bg {
  std::atomic<int> live_{0};

public:
  void go() {
    ++live_;
    std::thread([this] { --live_; }).detach(); // EXPECT: detached-thread
  }
  int live() const { return live_; }
};
