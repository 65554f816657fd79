// unwoken: vector of workers
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
class W {
  std::mutex m;
  std::condition_variable c;
  bool stop = false;
  std::vector<std::thread> ts;
  void run() {
    std::unique_lock l(m);
    while (!stop)
      c.wait(l);
  }

public:
  W() {
    for (int i = 0; i < 2; ++i)
      ts.emplace_back(&W::run, this);
  }
  ~W() {
    {
      std::lock_guard l(m);
      stop = true; // EXPECT: join-before-stop
    }
    for (auto &t : ts)
      t.join();
  }
};
int main() { W w; }
