// RUN: %check %s joinery-*

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

// Reports: the service itself, a task for each request that comes. That they
// are all counted and waited for does not bound them.

std::vector<Metric> nextRequest();
bool serving();

class UnboundedService {
public:
  void run() {
    while (serving()) {
      Group.add();
      std::thread([this, Batch = nextRequest()] {
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unbounded-spawn]
        DoneGuard Done(Group);
        flushToSink(Batch);
      }).detach();
    }
    Group.wait();
  }

private:
  WaitGroup Group;
};

// Reports: handles that pile up are no bound either.

void keepThemAll() {
  std::vector<std::jthread> Flushes;
  while (serving())
    Flushes.emplace_back(flushToSink, nextRequest());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unbounded-spawn]
}

// Stays silent: each task takes a permit before it starts, and the loop waits
// for one when there is none.

class BoundedService {
public:
  void run() {
    while (serving()) {
      Slots.acquire();
      Group.add();
      std::thread([this, Batch = nextRequest()] {
        struct Finish {
          BoundedService &Service;
          ~Finish() {
            Service.Slots.release();
            Service.Group.done();
          }
        } Finish{*this};
        flushToSink(Batch);
      }).detach();
    }
    Group.wait();
  }

private:
  std::counting_semaphore<16> Slots{16};
  WaitGroup Group;
};

// Stays silent: as many tasks as were asked for, known before the first.

void flushAll(const std::vector<std::vector<Metric>> &Batches) {
  std::vector<std::jthread> Flushes;
  for (const std::vector<Metric> &Batch : Batches)
    Flushes.emplace_back(flushToSink, Batch);
}

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
