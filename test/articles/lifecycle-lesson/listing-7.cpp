// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// A handler that swallows the exception swallows the completion signal with it:
// the count never falls to zero again.

#include "WaitGroup.h"

#include <cstdio>
#include <exception>
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
