// detached but tracked by a shared latch, RAII signal
#include <latch>
#include <memory>
#include <thread>
struct CountDown {
  std::shared_ptr<std::latch> l;
  ~CountDown() { l->count_down(); }
};
int main() {
  auto l = std::make_shared<std::latch>(3);
  for (int i = 0; i < 3; ++i) {
    std::thread([l, i] {
      CountDown d{l};
      int x = i * i;
      (void)x;
    }).detach();
  }
  l->wait();
}
