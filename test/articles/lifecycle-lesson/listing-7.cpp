// RUN: %check %s joinery-*

// A handler that swallows the exception swallows the completion signal with it:
// the count never falls to zero again.

#include "WaitGroup.h"

#include <cstdio>
#include <exception>
#include <future>
#include <latch>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

void process(const std::string &Job);

// Reports: the path through the handler ends without a signal.

class SwallowingBatch {
public:
  void submit(std::string Job) {
    Group.add();
    std::thread([this, Job = std::move(Job)] {
      try {
        if (Job.empty())
          throw std::invalid_argument("a job without a name");
        process(Job);
        Group.done();
      } catch (const std::exception &Error) {
        std::fprintf(stderr, "%s\n", Error.what());
      }
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};

// Reports: an early return does the same without any exception.

class SkippingBatch {
public:
  void submit(std::string Job) {
    Group.add();
    std::thread([this, Job = std::move(Job)] {
      if (Job.empty())
        return;
      process(Job);
      Group.done();
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};

// Reports: the exception is kept for the future, and the signal is passed by.
// Who waits for the group first never comes to the future.

void processKept(const std::string &Job) {
  WaitGroup Group;
  Group.add();
  std::future<void> Processed = std::async(std::launch::async, [&Group, &Job] {
    if (Job.empty())
      throw std::invalid_argument("a job without a name");
    process(Job);
    Group.done();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-skippable-completion]
  });
  Group.wait();
  Processed.get();
}

// Reports: an early return in a task that is joined by its owner.

void processUnlessEmpty(const std::string &Job) {
  std::latch Processed(1);
  std::jthread Worker([&Processed, &Job] {
    if (Job.empty())
      return;
    process(Job);
    Processed.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-skippable-completion]
  });
  Processed.wait();
}

// Reports: without a handler, the exception takes the whole program down.

void processOrDie(const std::string &Job) {
  std::jthread Worker([Job] {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-thread-exception-escape]
    if (Job.empty())
      throw std::invalid_argument("a job without a name");
    process(Job);
  });
}

// Reports: so does one that the standard library throws, two calls below.

int priorityOf(const std::string &Job) { return std::stoi(Job); }
void processByPriority(const std::string &Job) {
  if (priorityOf(Job) > 3)
    process(Job);
}

void processUrgent(const std::string &Job) {
  std::thread Worker(processByPriority, Job);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-thread-exception-escape]
  Worker.join();
}

// Stays silent: the guard is destroyed on every path.

void processGuarded(const std::string &Job) {
  WaitGroup Group;
  Group.add();
  std::future<void> Processed = std::async(std::launch::async, [&Group, &Job] {
    DoneGuard Done(Group);
    if (Job.empty())
      throw std::invalid_argument("a job without a name");
    process(Job);
  });
  Group.wait();
  Processed.get();
}

// Stays silent: the entry takes every exception, and says so.

void processOrSay(const std::string &Job) {
  std::jthread Worker([Job] {
    try {
      processByPriority(Job);
    } catch (const std::exception &Error) {
      std::fprintf(stderr, "%s\n", Error.what());
    }
  });
}

// Stays silent: the future hands the exception to whoever asks for the result.

void processOrThrow(const std::string &Job) {
  std::future<void> Processed =
      std::async(std::launch::async, processByPriority, Job);
  Processed.get();
}

// Stays silent: a guard at the top signals on every path.

class GuardedBatch {
public:
  void submit(std::string Job) {
    Group.add();
    std::thread([this, Job = std::move(Job)] {
      DoneGuard Done(Group);
      try {
        if (Job.empty())
          throw std::invalid_argument("a job without a name");
        process(Job);
      } catch (const std::exception &Error) {
        std::fprintf(stderr, "%s\n", Error.what());
      }
    }).detach();
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};

// Stays silent: signalled in the handler and on the normal path both.

class TwofoldBatch {
public:
  void submit(std::string Job) {
    Group.add();
    std::thread([this, Job = std::move(Job)] {
      try {
        if (Job.empty())
          throw std::invalid_argument("a job without a name");
        process(Job);
        Group.done();
      } catch (...) {
        Group.done();
      }
    }).detach();
  }

  void finish() { Group.wait(); }

private:
  WaitGroup Group;
};
