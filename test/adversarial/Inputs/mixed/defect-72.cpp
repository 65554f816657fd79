// unwoken: for(;;) with block-scoped lock and q empty
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>
class W {
  std::mutex m;
  std::condition_variable c;
  bool stop = false;
  std::queue<int> q;
  int sum = 0;
  std::thread t;
  void run() {
    for (;;) {
      int j;
      {
        std::unique_lock l(m);
        c.wait(l, [this] { return stop || !q.empty(); });
        if (stop && q.empty())
          return;
        j = q.front();
        q.pop();
      }
      sum += j;
    }
  }

public:
  W() : t([this] { run(); }) {}
  void add(int i) {
    {
      std::lock_guard l(m);
      q.push(i);
    }
    c.notify_one();
  }
  ~W() {
    {
      std::lock_guard l(m);
      stop = true; // EXPECT: join-before-stop
    }
    t.join();
  }
};
int main() {
  W w;
  w.add(1);
}
