// RUN: %check %s joinery-incomplete-work
// A wait made by a destructor counts, on every return of main.

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

  ~Recorder() {
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

int main() {
  Recorder Events;
  Events.record("start");
  if (!openSocket())
    return 1;
  Events.record("end");
  return 0;
}
