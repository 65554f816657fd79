// RUN: %check %s joinery-incomplete-work
// Main serves through its App, whose close would wait, and never calls it.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

void store(const std::string &Event);
bool accept(std::string &Request);

class WaitGroup {
public:
  void add(int Count) {
    std::lock_guard Lock(Mutex);
    Left += Count;
  }
  void done() {
    std::lock_guard Lock(Mutex);
    if (--Left == 0)
      Zero.notify_all();
  }
  void wait() {
    std::unique_lock Lock(Mutex);
    Zero.wait(Lock, [this] { return Left == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Zero;
  int Left = 0;
};

class Tracker {
public:
  void event(std::string Data) {
    Running.add(1);
    std::thread([this, Data = std::move(Data)] {
      store(Data);
      Running.done();
    }).detach();
  }
  void shutdown() { Running.wait(); }

private:
  WaitGroup Running;
};

class App {
public:
  void handle(const std::string &Request) { Track.event("got " + Request); }
  void close() { Track.shutdown(); }

private:
  Tracker Track;
};

int main() {
  App Service;
  std::string Request;
  while (accept(Request))
    Service.handle(Request);

  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}
