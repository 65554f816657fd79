// busy counter idioms in worker of a pool
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
class P {
  std::mutex m;
  std::condition_variable work, idle;
  int queued = 0, active = 0;
  bool stop = false;
  std::jthread t{[this] { loop(); }};
  void loop() {
    std::unique_lock l(m);
    for (;;) {
      work.wait(l, [&] { return stop || queued > 0; });
      if (stop)
        return;
      --queued;
      ++active;
      l.unlock();
      l.lock();
      --active;
      if (!active && !queued)
        idle.notify_all();
    }
  }

public:
  void add() {
    {
      std::lock_guard l(m);
      ++queued;
    }
    work.notify_one();
  }
  void wait() {
    std::unique_lock l(m);
    idle.wait(l, [&] { return queued == 0 && active == 0; });
  }
  ~P() {
    {
      std::lock_guard l(m);
      stop = true;
    }
    work.notify_all();
  }
};
int main() {
  P p;
  p.add();
  p.wait();
}
