// jthread whose loop ends only by a member flag set after... join by destructor
// without a stop
#include <atomic>
#include <thread>
class Fan {
  std::atomic<bool> off_{false};
  std::atomic<int> rpm_{0};
  std::jthread t_{[this] {
    while (!off_)
      ++rpm_;
  }};

public:
  int rpm() const { return rpm_; }
  void off() { off_ = true; }
};
int main() {
  Fan f;
  return f.rpm() > 3;
}
