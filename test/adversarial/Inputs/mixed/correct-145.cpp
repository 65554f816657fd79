// readers/writer lock: readers count up in the entry through a lock class;
// writer waits for zero readers
#include <condition_variable>
#include <mutex>
#include <thread>
class RW {
  std::mutex m;
  std::condition_variable c;
  int readers = 0;
  bool writer = false;

public:
  void rlock() {
    std::unique_lock l(m);
    c.wait(l, [&] { return !writer; });
    ++readers;
  }
  void runlock() {
    std::lock_guard l(m);
    if (--readers == 0)
      c.notify_all();
  }
  void wlock() {
    std::unique_lock l(m);
    c.wait(l, [&] { return readers == 0 && !writer; });
    writer = true;
  }
  void wunlock() {
    {
      std::lock_guard l(m);
      writer = false;
    }
    c.notify_all();
  }
};
int main() {
  RW rw;
  int v = 0;
  std::jthread r([&] {
    rw.rlock();
    int x = v;
    (void)x;
    rw.runlock();
  });
  rw.wlock();
  v = 1;
  rw.wunlock();
}
