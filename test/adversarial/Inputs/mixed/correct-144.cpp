// counter increments in entry that are statistics (not completion): in-flight
// gauge + separate join
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
class Stats {
  std::mutex m;
  std::condition_variable c;
  int inflight = 0, total = 0;

public:
  void enter() {
    std::lock_guard l(m);
    ++inflight;
    ++total;
  }
  void leave() {
    std::lock_guard l(m);
    if (--inflight == 0)
      c.notify_all();
  }
  int get() {
    std::lock_guard l(m);
    return total;
  }
};
int main() {
  Stats s;
  std::vector<std::jthread> v;
  for (int i = 0; i < 3; ++i)
    v.emplace_back([&] {
      s.enter();
      s.leave();
    });
  for (auto &t : v)
    t.join();
  return s.get() == 3 ? 0 : 1;
}
