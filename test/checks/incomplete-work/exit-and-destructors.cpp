// RUN: %check %s joinery-incomplete-work
// exit destroys the statics and no locals: a local's destructor cannot wait.

#include <cstdlib>
#include <condition_variable>
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

static Recorder Global;

// Reports

void localIsNotDestroyed() {
  Recorder Events;
  Events.record("start");
  std::exit(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

void quickExitDestroysNothing() {
  Global.record("start");
  std::quick_exit(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

// Stays silent

void staticIsDestroyed() {
  static Recorder Events;
  Events.record("start");
  std::exit(1);
}

void globalIsDestroyed() {
  Global.record("start");
  std::exit(1);
}

void localIsDestroyedBefore() {
  {
    Recorder Events;
    Events.record("start");
  }
  std::exit(1);
}
