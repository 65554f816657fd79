// RUN: %check %s joinery-incomplete-work
// An early return skips the shutdown that the other path makes.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

void store(const std::string &Event);
bool openSocket();
void serve();

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

int main(int Argc, char **) {
  static Recorder Events;
  if (Argc > 3)
    return 2;
  Events.record("start");
  if (!openSocket())
    return 1;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  serve();
  Events.close();
  return 0;
}
