// RUN: %check %s joinery-incomplete-work
// quick_exit runs no handler of atexit, so nothing waits on that way out.

#include <cstdlib>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

void store(const std::string &Event);
bool openSocket();

class Recorder {
public:
  void record(std::string Event) {
    {
      std::lock_guard Lock(Mutex);
      ++Active;
    }
    std::thread(&Recorder::write, this, std::move(Event)).detach();
  }

  void close() {
    std::unique_lock Lock(Mutex);
    Idle.wait(Lock, [this] { return Active == 0; });
  }

private:
  void write(const std::string &Event) {
    store(Event);
    std::lock_guard Lock(Mutex);
    if (--Active == 0)
      Idle.notify_all();
  }

  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

static Recorder Events;

int main() {
  std::atexit([] { Events.close(); });
  Events.record("start");
  if (!openSocket())
    std::quick_exit(1);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  return 0;
}
