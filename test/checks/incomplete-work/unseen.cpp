// RUN: %check %s joinery-incomplete-work
// What is handed to code that is not seen may be waited for there.

#include <condition_variable>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

void store(const std::string &Event);

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

void finishAndReport(Recorder &Events);
void adopt(std::shared_ptr<Recorder> Events);

void byReference() {
  static Recorder Events;
  Events.record("start");
  finishAndReport(Events);
  std::exit(0);
}

int main() {
  auto Events = std::make_shared<Recorder>();
  Events->record("start");
  adopt(Events);
  return 0;
}
