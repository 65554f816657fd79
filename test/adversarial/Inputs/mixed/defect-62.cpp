#include <condition_variable>
#include <mutex>
#include <thread>
class W {
  std::mutex m;
  std::condition_variable c;
  bool stop = false;
  int n = 0;
  std::thread t;
  void run() {
    std::unique_lock l(m);
    while (true) {
      c.wait(l, [this] { return stop || n > 0; });
      if (stop)
        return;
      --n;
    }
  }

public:
  W() : t(&W::run, this) {}
  void add() {
    {
      std::lock_guard l(m);
      ++n;
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
  w.add();
}
