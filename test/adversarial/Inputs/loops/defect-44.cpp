// atomic counter, pre-increment in the helper the entry calls first
#include <atomic>
#include <thread>
#include <vector>
class Crew {
  std::atomic<int> busy_{0};
  std::vector<std::jthread> ts_;
  void one() {
    ++busy_; // EXPECT: late-count-up
    if (--busy_ == 0)
      busy_.notify_all();
  }

public:
  void hire() {
    ts_.emplace_back([this] { one(); });
  }
  void settle() {
    for (int b = busy_; b != 0; b = busy_)
      busy_.wait(b);
  }
};
int main() {
  Crew c;
  c.hire();
  c.hire();
  c.settle();
}
