// sleep under lock-step: stoppable loop with absl CondVar timed wait
#include <absl/synchronization/mutex.h>
#include <absl/time/time.h>
#include <thread>
class Refresher {
  absl::Mutex mu_;
  absl::CondVar cv_;
  bool done_ = false;
  int n_ = 0;
  std::thread t_;
  void loop() {
    absl::MutexLock l(&mu_);
    while (!done_) {
      ++n_;
      cv_.WaitWithTimeout(&mu_, absl::Seconds(60));
    }
  }

public:
  Refresher() : t_(&Refresher::loop, this) {}
  ~Refresher() {
    {
      absl::MutexLock l(&mu_);
      done_ = true;
      cv_.SignalAll();
    }
    t_.join();
  }
};
int main() { Refresher r; }
