// RUN: %check %s joinery-*

// The repair: the tracker counts its tasks, each task says when it is done, and
// `shutdown` waits for all of them. A detached task that is tracked is owned.

#include "WaitGroup.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

inline void writeEvent(const std::string &Data) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  std::fprintf(stderr, "event: %s\n", Data.c_str());
}

// Stays silent: counted up before the spawn, done by a guard, waited for.

class Tracker {
public:
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      DoneGuard Done(Group);
      writeEvent(Data);
    }).detach();
  }

  void shutdown() { Group.wait(); }

private:
  WaitGroup Group;
};

// Reports: a count that nobody waits for tracks nothing.

class CountingTracker {
public:
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      DoneGuard Done(Group);
      writeEvent(Data);
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

private:
  WaitGroup Group;
};

// Stays silent: the wait may be in the part of the class that is elsewhere.

class RemoteTracker {
public:
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      DoneGuard Done(Group);
      writeEvent(Data);
    }).detach();
  }

  void shutdown();

private:
  WaitGroup Group;
};
