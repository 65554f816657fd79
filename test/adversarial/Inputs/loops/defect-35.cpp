// notify never comes: the predicate's flag is set, but on no path is the cv
// notified
#include <condition_variable>
#include <mutex>
#include <thread>
int main() {
  std::mutex m;
  std::condition_variable cv;
  bool ready = false;
  std::thread t([&] {
    std::lock_guard<std::mutex> lk(m);
    ready = true;
  });
  {
    std::unique_lock<std::mutex> lk(m);
    cv.wait(lk, [&] { return ready; }); // EXPECT: forgotten-receiver
  }
  t.join();
}
