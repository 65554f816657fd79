// atomic flag + signal handler; sleep under the 100ms threshold
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>
static std::atomic<bool> g_run{true};
extern "C" void onSig(int) { g_run.store(false); }
int main() {
  std::signal(SIGINT, onSig);
  std::signal(SIGTERM, onSig);
  std::thread poller([] {
    unsigned long ticks = 0;
    while (g_run.load(std::memory_order_relaxed)) {
      ++ticks;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  });
  poller.join();
  return 0;
}
