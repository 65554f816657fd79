// do/while and goto-controlled loops, std::bind entry, stop through
// shared_ptr<atomic>
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
static void pump(const std::shared_ptr<std::atomic<bool>> &stop, int step) {
  int n = 0;
again:
  n += step;
  if (!stop->load())
    goto again;
}
int main() {
  auto stop = std::make_shared<std::atomic<bool>>(false);
  std::thread a(std::bind(pump, std::cref(stop), 2));
  std::thread b([stop] {
    long k = 0;
    do {
      ++k;
      std::this_thread::yield();
    } while (!*stop);
  });
  *stop = true;
  a.join();
  b.join();
}
