// break only leaves the inner switch: the loop never ends
#include <mutex>
#include <queue>
#include <thread>
static std::mutex mu;
static std::queue<int> q;
static long total = 0;
static int take() {
  std::lock_guard<std::mutex> lk(mu);
  if (q.empty())
    return 0;
  int v = q.front();
  q.pop();
  return v;
}
static void worker() {
  for (;;) { // EXPECT: unstoppable-worker
    switch (take()) {
    case 0:
      std::this_thread::yield();
      break;
    case -1:
      break;
    default:
      ++total;
    }
  }
}
void start(std::thread &t) { t = std::thread(worker); }
