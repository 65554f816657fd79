// RUN: %check %s joinery-incomplete-work
// The handlers wait as the normal path does.

#include <stdexcept>
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

static void serve() {
  if (!openSocket())
    throw std::runtime_error("no socket");
}

int main() try {
  static Recorder Events;
  try {
    Events.record("start");
    serve();
  } catch (...) {
    Events.close();
    throw;
  }
  Events.close();
  return 0;
} catch (const std::exception &) {
  return 1;
}
