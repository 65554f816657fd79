// count-up inside the task is fine: the spawner holds its own count
#include <atomic>
#include <thread>
#include <vector>
class Group {
  std::atomic<int> n_{0};

public:
  void enter() { n_.fetch_add(1); }
  void leave() {
    if (n_.fetch_sub(1) == 1)
      n_.notify_all();
  }
  void wait() {
    for (int v; (v = n_.load()) != 0;)
      n_.wait(v);
  }
};
static void walk(Group &g, int depth, std::vector<std::jthread> &out) {
  if (depth > 0) {
    g.enter();
    out.emplace_back([&g] { g.leave(); });
  }
  g.leave();
}
int main() {
  Group g;
  std::vector<std::jthread> sub;
  g.enter();
  std::jthread root([&] { walk(g, 2, sub); });
  g.wait();
  root.join();
}
