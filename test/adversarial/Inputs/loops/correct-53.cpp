// supervisor: restarts a worker, joining it each round
#include <atomic>
#include <thread>
static std::atomic<bool> stop{false};
bool work_once(int round);
void supervise() {
  int round = 0;
  while (!stop) {
    std::thread w([&round] { work_once(round); });
    w.join();
    ++round;
  }
}
void supervise2() {
  for (int r = 0;; ++r) {
    if (stop)
      return;
    std::jthread w(work_once, r);
  }
}
void shutdown() { stop = true; }
