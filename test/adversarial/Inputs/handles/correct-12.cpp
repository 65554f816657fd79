// swap out and join outside the lock
#include <mutex>
#include <thread>
#include <vector>
class Pool {
  std::mutex m_;
  std::vector<std::thread> ts_;

public:
  template <class F> void spawn(F f) {
    std::lock_guard lk(m_);
    ts_.emplace_back(std::move(f));
  }
  void joinAll() {
    std::vector<std::thread> local;
    {
      std::lock_guard lk(m_);
      local.swap(ts_);
    }
    for (auto &t : local)
      t.join();
  }
  ~Pool() { joinAll(); }
};
int main() {
  Pool p;
  p.spawn([] {});
  p.spawn([] {});
}
