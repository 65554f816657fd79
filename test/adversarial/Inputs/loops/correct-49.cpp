// message loop feeding a bounded pool by hand-written in-flight limit
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>
static std::mutex mu;
static std::condition_variable cv;
static int inflight = 0;
static void handle(char line0) {
  std::printf("%c\n", line0);
  std::lock_guard<std::mutex> lk(mu);
  --inflight;
  cv.notify_all();
}
int main() {
  char line[256];
  while (std::fgets(line, sizeof line, stdin)) {
    {
      std::unique_lock<std::mutex> lk(mu);
      cv.wait(lk, [] { return inflight < 4; });
      ++inflight;
    }
    std::thread(handle, line[0]).detach();
  }
  std::unique_lock<std::mutex> lk(mu);
  cv.wait(lk, [] { return inflight == 0; });
}
