// retry loop with backoff in a task: bounded tries, sleep is not in a stoppable
// loop
#include <chrono>
#include <future>
#include <thread>
static bool tryConnect(int attempt) { return attempt == 4; }
static int connectWithRetry() {
  auto delay = std::chrono::milliseconds(10);
  for (int i = 0; i < 5; ++i) {
    if (tryConnect(i))
      return i;
    std::this_thread::sleep_for(delay);
    delay *= 2;
  }
  return -1;
}
int main() {
  auto f = std::async(std::launch::async, connectWithRetry);
  return f.get() < 0;
}
