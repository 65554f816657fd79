// RUN: %check %s joinery-*

// A shutdown that waits no longer than its caller allows.

#include "WaitGroup.h"

#include <chrono>
#include <cstdio>
#include <future>
#include <string>
#include <thread>
#include <utility>

// Stays silent: a timed wait on the group tracks the tasks as well as an
// untimed one does.

class Tracker {
public:
  void event(std::string Data) {
    Group.add();
    std::thread([this, Data = std::move(Data)] {
      DoneGuard Done(Group);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      std::fprintf(stderr, "event: %s\n", Data.c_str());
    }).detach();
  }

  bool shutdown(std::chrono::milliseconds Limit) {
    return Group.waitFor(Limit);
  }

private:
  WaitGroup Group;
};

// Reports: a second task that waits for the group, with a deadline on its
// future, looks like the same thing. The future's destructor then waits for the
// second task, and that for the group: the deadline cannot work.

bool drainedWithin(WaitGroup &Group, std::chrono::milliseconds Limit) {
  auto Drained = std::async(std::launch::async, [&Group] { Group.wait(); });
  if (Drained.wait_for(Limit) == std::future_status::timeout)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    return false;
  return true;
}
