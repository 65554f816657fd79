#include <atomic>
#include <string>
#include <thread>
#include <vector>
class Sampler {
  std::atomic<bool> stop_{false};
  std::jthread th_{[this](std::stop_token st) {
    while (!st.stop_requested() && !stop_) { samples_.push_back(1); std::this_thread::yield(); }
  }};
  std::vector<int> samples_; // EXPECT: destroyed-before-join
};
int main() { Sampler s; }
