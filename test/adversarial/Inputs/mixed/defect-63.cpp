#include <condition_variable>
#include <mutex>
#include <thread>
class W {
  std::mutex m;
  std::condition_variable c;
  bool stop = false;
  std::thread t;
  void run() {
    std::unique_lock l(m);
    while (!stop)
      c.wait(l);
  }

public:
  W() : t(&W::run, this) {}
  ~W() {
    {
      std::lock_guard l(m);
      stop = true; // EXPECT: join-before-stop
    }
    t.join();
  }
};
int main() { W w; }
