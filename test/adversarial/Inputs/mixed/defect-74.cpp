// cv wait nobody notifies, C++
#include <condition_variable>
#include <mutex>
#include <thread>
int run() {
  std::mutex m;
  std::condition_variable c;
  bool ready = false;
  std::jthread t([&] {
    std::lock_guard l(m);
    ready = true;
  });
  std::unique_lock l(m);
  c.wait(l, [&] { return ready; }); // EXPECT: forgotten-receiver
  return 0;
}
