// RUN: %check %s joinery-incomplete-work
// A scope guard in main waits on every way out of its scope.

#include <functional>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

void store(const std::string &Event);
bool openSocket();
bool serve();

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

template <typename Action> class AtScopeEnd {
public:
  explicit AtScopeEnd(Action Act) : Act(std::move(Act)) {}
  ~AtScopeEnd() { Act(); }

private:
  Action Act;
};

class Closer {
public:
  explicit Closer(Recorder &Events) : Events(Events) {}
  ~Closer() { Events.close(); }

private:
  Recorder &Events;
};

int main() {
  Recorder Requests;
  AtScopeEnd Close([&Requests] { Requests.close(); });
  Recorder Errors;
  Closer CloseErrors(Errors);
  Requests.record("start");
  if (!openSocket()) {
    Errors.record("no socket");
    return 1;
  }
  return serve() ? 0 : 2;
}
