// absl Mutex::Await based queue
#include <absl/synchronization/mutex.h>
#include <deque>
#include <thread>
class Q {
  absl::Mutex mu_;
  std::deque<int> d_;
  bool closed_ = false;
  bool ready() const { return closed_ || !d_.empty(); }

public:
  void put(int v) {
    absl::MutexLock l(&mu_);
    d_.push_back(v);
  }
  void close() {
    absl::MutexLock l(&mu_);
    closed_ = true;
  }
  bool get(int *v) {
    absl::MutexLock l(&mu_);
    mu_.Await(absl::Condition(this, &Q::ready));
    if (d_.empty())
      return false;
    *v = d_.front();
    d_.pop_front();
    return true;
  }
};
int main() {
  Q q;
  long s = 0;
  std::thread t([&] {
    for (int v; q.get(&v);)
      s += v;
  });
  q.put(1);
  q.close();
  t.join();
  return s == 1 ? 0 : 1;
}
