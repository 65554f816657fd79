// RUN: %check %s joinery-*

// A task that counts itself up comes too late: the wait may be over before the
// task has begun, so the count does not track it.

#include "WaitGroup.h"

#include <atomic>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void process(const std::string &Job);

// Reports: counted up by the task that it counts. The count does not track it,
// so the detach is reported too.

class LateBatch {
public:
  void submit(std::string Job) {
    std::thread([this, Job = std::move(Job)] {
      Group.add();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-late-count-up]
      DoneGuard Done(Group);
      process(Job);
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};

// Reports: the same with an owner, who may stop waiting too early.

class LateJoined {
public:
  void submit(std::string Job) {
    Workers.emplace_back([this, Job = std::move(Job)] {
      Group.add();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-late-count-up]
      process(Job);
      Group.done();
    });
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
  std::vector<std::jthread> Workers;
};

// Reports: an atomic counter that somebody polls is a group by another name.

void processBoth(const std::string &Left, const std::string &Right) {
  std::atomic<int> Running{0};
  auto Work = [&Running](const std::string &Job) {
    Running.fetch_add(1);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-late-count-up]
    process(Job);
    Running.fetch_sub(1);
  };
  std::jthread First(Work, Left);
  std::jthread Second(Work, Right);
  while (Running.load() != 0)
    std::this_thread::yield();
}

// Stays silent: the two are counted before they start.

void processCounted(const std::string &Left, const std::string &Right) {
  std::atomic<int> Running{2};
  auto Work = [&Running](const std::string &Job) {
    process(Job);
    Running.fetch_sub(1);
  };
  std::jthread First(Work, Left);
  std::jthread Second(Work, Right);
  while (Running.load() != 0)
    std::this_thread::yield();
}

// Stays silent: a task that is counted itself may count those that it starts.

class Splitting {
public:
  void submit(std::string Job) {
    Group.add();
    Workers.emplace_back([this, Job = std::move(Job)] {
      DoneGuard Done(Group);
      Group.add();
      std::jthread Half([this, &Job] {
        DoneGuard Done(Group);
        process(Job);
      });
      process(Job);
    });
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
  std::vector<std::jthread> Workers;
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
