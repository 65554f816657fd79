// detach tracked by shared_ptr latch
#include <latch>
#include <memory>
#include <thread>
#include <vector>
static int compute(int i) noexcept { return i * i; }
int main() {
  constexpr int n = 4;
  auto done = std::make_shared<std::latch>(n);
  auto out = std::make_shared<std::vector<int>>(n);
  for (int i = 0; i < n; ++i)
    std::thread([done, out, i]() noexcept {
      (*out)[i] = compute(i);
      done->count_down();
    }).detach();
  done->wait();
  return (*out)[3] == 9 ? 0 : 1;
}
