// RUN: %check %s joinery-incomplete-work
// A shutdown with a deadline is a shutdown, if the path calls it.

#include <chrono>
#include <cstdio>
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

  bool close(std::chrono::milliseconds Limit) {
    std::unique_lock Lock(Mutex);
    return Idle.wait_for(Lock, Limit, [this] { return Active == 0; });
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
  static Recorder Events;
  Events.record("start");
  if (!openSocket()) {
    Events.close(std::chrono::milliseconds(100));
    return 1;
  }
  if (!Events.close(std::chrono::seconds(5)))
    std::fputs("events are lost\n", stderr);
  return 0;
}
