// RUN: %check %s joinery-late-count-up
// Once per template; macros at their expansion.

#include "WaitGroup.h"

#include <atomic>
#include <thread>
#include <utility>

void work();

// Reports.

template <typename Group> void inATemplate() {
  Group Tasks;
  std::jthread Worker([&Tasks] {
    Tasks.add();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  });
  Tasks.wait();
}

class OtherGroup {
public:
  void add() { ++Count; }
  void done() { --Count; }
  void wait() {
    while (Count != 0)
      std::this_thread::yield();
  }

private:
  std::atomic<int> Count{0};
};

template <typename Counter> void aCounter() {
  std::atomic<Counter> Running{0};
  std::jthread Worker([&Running] {
    ++Running;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    --Running;
  });
  while (Running != 0)
    std::this_thread::yield();
}

void makeThem() {
  inATemplate<WaitGroup>();
  inATemplate<OtherGroup>();
  aCounter<int>();
  aCounter<long>();
}

#define COUNT(GROUP) (GROUP).add()
#define COUNTED(GROUP, ...)                                                    \
  [&] {                                                                        \
    (GROUP).add();                                                             \
    __VA_ARGS__;                                                               \
    (GROUP).done();                                                            \
  }

void byAMacro() {
  WaitGroup Tasks;
  std::jthread Worker([&Tasks] {
    COUNT(Tasks);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  });
  Tasks.wait();
}

void taskOfAMacro() {
  WaitGroup Tasks;
  std::jthread Worker(COUNTED(Tasks, work()));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
  Tasks.wait();
}

// Stays silent.

template <typename Group> void countedBefore() {
  Group Tasks;
  Tasks.add();
  std::jthread Worker([&Tasks] {
    work();
    Tasks.done();
  });
  Tasks.wait();
}

template <typename Group, typename F> std::jthread start(Group &Tasks, F Task) {
  Tasks.add();
  return std::jthread([&Tasks, Task] {
    Task();
    Tasks.done();
  });
}

template <typename Counter> void progress(Counter Count) {
  std::atomic<Counter> Finished{0};
  std::jthread Worker([&Finished, Count] {
    for (Counter I = 0; I < Count; ++I)
      ++Finished;
  });
  while (Finished < Count)
    std::this_thread::yield();
}

template <typename Group> void neverMade() {
  Group Tasks;
  std::jthread Worker([&Tasks] {
    Tasks.add();
    Tasks.done();
  });
  Tasks.wait();
}

void makeTheOthers() {
  countedBefore<WaitGroup>();
  countedBefore<OtherGroup>();
  WaitGroup Tasks;
  std::jthread Worker = start(Tasks, work);
  Tasks.wait();
  progress(3);
  progress(3L);
}

void macroBefore() {
  WaitGroup Tasks;
  COUNT(Tasks);
  std::jthread Worker([&Tasks] {
    work();
    Tasks.done();
  });
  Tasks.wait();
}

#define START(NAME, GROUP, ...)                                                \
  (GROUP).add();                                                               \
  std::jthread NAME([&] {                                                      \
    __VA_ARGS__;                                                               \
    (GROUP).done();                                                            \
  })

void startOfAMacro() {
  WaitGroup Tasks;
  START(Worker, Tasks, work());
  Tasks.wait();
}
