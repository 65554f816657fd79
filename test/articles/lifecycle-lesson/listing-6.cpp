// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// A task that counts itself up comes too late: the wait may be over before the
// task has begun, so the count does not track it.

#include "WaitGroup.h"

#include <string>
#include <thread>
#include <utility>

void process(const std::string &Job);

// Reports: counted up by the task that it counts.

class LateBatch {
public:
  void submit(std::string Job) {
    std::thread([this, Job = std::move(Job)] {
      Group.add();
      DoneGuard Done(Group);
      process(Job);
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};

// Stays silent: counted up by the spawner, before the spawn.

class Batch {
public:
  void submit(std::string Job) {
    Group.add();
    std::thread([this, Job = std::move(Job)] {
      DoneGuard Done(Group);
      process(Job);
    }).detach();
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};
