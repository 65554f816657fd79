// RUN: %check %s joinery-*

// The shutdown before it got its deadline: it waits for tasks that go on as
// long as the sink is down, and asks nobody to stop.

#include "WaitGroup.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

bool store(const std::string &Data);
void waitForTermination();

// Reports, at the wait in the group: main's way out takes as long as the sink
// likes. Notes lead to it from main.

class Tracker {
public:
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      // CHECK: WaitGroup.h:{{[0-9]+}}:{{[0-9]+}}: warning: {{.*}}[joinery-unbounded-wait]
      // CHECK: :[[@LINE-2]]:{{[0-9]+}}: note: the task is started here
      DoneGuard Done(Group);
      while (!store(Data))
        std::this_thread::yield();
    }).detach();
  }

  void shutdown() { Group.wait(); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}

private:
  WaitGroup Group;
};

// Reports: a destructor is a shutdown too.

class Sender {
public:
  explicit Sender(std::string Data)
      : Thread([Data = std::move(Data)] {
          while (!store(Data))
            std::this_thread::yield();
        }) {}
  ~Sender() {
    Thread.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unbounded-wait]
  }

private:
  std::thread Thread;
};

// Stays silent: the wait has a deadline.

class PunctualTracker {
public:
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      DoneGuard Done(Group);
      while (!store(Data))
        std::this_thread::yield();
    }).detach();
  }

  bool shutdown(std::chrono::milliseconds Limit) {
    return Group.waitFor(Limit);
  }

private:
  WaitGroup Group;
};

// Stays silent: the tasks are told first, and look at it in each round.

class StoppableSender {
public:
  explicit StoppableSender(std::string Data)
      : Thread([this, Data = std::move(Data)] {
          while (!Stopping && !store(Data))
            std::this_thread::yield();
        }) {}
  ~StoppableSender() {
    Stopping = true;
    Thread.join();
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Thread;
};

// Stays silent: three attempts are a bound of its own.

class ModestSender {
public:
  explicit ModestSender(std::string Data)
      : Thread([Data = std::move(Data)] {
          for (int Attempt = 0; Attempt < 3; ++Attempt)
            if (store(Data))
              return;
        }) {}
  ~ModestSender() { Thread.join(); }

private:
  std::thread Thread;
};

int main() {
  Tracker Track;
  PunctualTracker Punctual;
  Track.event("started");
  Punctual.event("started");
  {
    Sender First("started");
    StoppableSender Second("started");
    ModestSender Third("started");
    waitForTermination();
  }
  Punctual.shutdown(std::chrono::seconds(5));
  Track.shutdown();
}
