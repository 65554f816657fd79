// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// A flush per request. A semaphore bounds how many run at once, and a group
// lets the last ones finish before the program ends.

#include "WaitGroup.h"

#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

struct Metric {
  std::string Name;
  double Value = 0;
};

void flushToSink(const std::vector<Metric> &Batch);

// Reports: a task per request that nobody bounds, stops or waits for.

class EagerFlusher {
public:
  void flush(std::vector<Metric> Batch) {
    std::thread([Batch = std::move(Batch)] { flushToSink(Batch); }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }
};

// Reports: the semaphore bounds the tasks, but nobody takes all permits before
// the end, so it tells nobody that they are finished.

class BoundedFlusher {
public:
  void flush(std::vector<Metric> Batch) {
    Slots.acquire();
    std::thread([this, Batch = std::move(Batch)] {
      struct Finish {
        BoundedFlusher &Flusher;
        ~Finish() { Flusher.Slots.release(); }
      } Finish{*this};
      flushToSink(Batch);
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

private:
  std::counting_semaphore<16> Slots{16};
};

// Stays silent: bounded by the semaphore, tracked by the group.

class MetricsFlusher {
public:
  explicit MetricsFlusher(int MaxConcurrent) : Slots(MaxConcurrent) {}

  void flush(std::vector<Metric> Batch) {
    Slots.acquire();
    Group.add();
    std::thread([this, Batch = std::move(Batch)] {
      struct Finish {
        MetricsFlusher &Flusher;
        ~Finish() {
          Flusher.Slots.release();
          Flusher.Group.done();
        }
      } Finish{*this};
      flushToSink(Batch);
    }).detach();
  }

  void drain() { Group.wait(); }

private:
  std::counting_semaphore<> Slots;
  WaitGroup Group;
};
