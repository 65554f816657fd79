// hand-written WaitGroup: add before spawn, done by RAII, wait
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
class WaitGroup {
  std::mutex m_;
  std::condition_variable cv_;
  int n_ = 0;

public:
  void add(int k = 1) {
    std::lock_guard<std::mutex> g(m_);
    n_ += k;
  }
  void done() {
    std::lock_guard<std::mutex> g(m_);
    if (--n_ == 0)
      cv_.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> g(m_);
    while (n_ != 0)
      cv_.wait(g);
  }
};
struct Done {
  WaitGroup &w;
  explicit Done(WaitGroup &x) : w(x) {}
  ~Done() { w.done(); }
};
int main() {
  WaitGroup wg;
  std::vector<std::thread> ts;
  for (int i = 0; i < 5; ++i) {
    wg.add();
    ts.push_back(std::thread([&wg, i] {
      Done d(wg);
      // a nested task: this one still holds its own count
      wg.add();
      std::thread sub([&wg] { Done d2(wg); });
      sub.join();
      if (i == 3)
        return;
    }));
  }
  wg.wait();
  for (auto &t : ts)
    t.join();
}
