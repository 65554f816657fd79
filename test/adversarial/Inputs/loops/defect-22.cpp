// hand-written wait group counted inside the task by guard
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex m;
static std::condition_variable cv;
static int live = 0;
struct Busy {
  Busy() {
    std::lock_guard<std::mutex> g(m);
    ++live;
  }
  ~Busy() {
    std::lock_guard<std::mutex> g(m);
    if (--live == 0)
      cv.notify_all();
  }
};
static void job() { Busy b; } // EXPECT: late-count-up
int main() {
  std::vector<std::thread> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back(job);
  {
    std::unique_lock<std::mutex> g(m);
    cv.wait(g, [] { return live == 0; });
  }
  for (auto &t : v)
    t.join();
}
