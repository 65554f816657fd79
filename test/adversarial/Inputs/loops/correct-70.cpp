// sleep inside a task that tests stop, but split in 50 ms slices by a helper;
// constexpr period
#include <atomic>
#include <chrono>
#include <thread>
class Metrics {
  static constexpr auto kSlice = std::chrono::milliseconds{50};
  std::atomic<bool> end_{false};
  int n_ = 0;
  std::thread t_;
  void doze(int slices) {
    for (int i = 0; i < slices && !end_; ++i)
      std::this_thread::sleep_for(kSlice);
  }

public:
  Metrics() {
    t_ = std::thread([this] {
      while (!end_) {
        n_ += 1;
        doze(200);
      }
    });
  }
  ~Metrics() {
    end_.store(true);
    t_.join();
  }
};
int main() { Metrics m; }
