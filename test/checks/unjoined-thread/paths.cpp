// RUN: %check %s joinery-unjoined-thread
// One path that leaves without joining is enough; a note shows each exit.

#include <atomic>
#include <cstdlib>
#include <exception>
#include <string>
#include <thread>
#include <utility>
#include <vector>
#include <unistd.h>

void pollSensor();
bool readConfig();
void runJob(int Id);
[[noreturn]] void fail(const char *Why);

struct Job {
  int Id;
  bool Urgent;
};

// Reports

void earlyReturn(bool Quiet) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (Quiet)
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Worker.join();
}

bool twoEarlyReturns(bool Quiet) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!readConfig())
    return false;
  if (Quiet)
    return true;
  Worker.join();
  return true;
}

void breakOut(const std::vector<Job> &Jobs) {
  for (const Job &J : Jobs) {
    std::thread Worker(runJob, J.Id);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
    if (J.Urgent)
      break;
    Worker.join();
  }
}

void continuePast(const std::vector<Job> &Jobs) {
  for (const Job &J : Jobs) {
    std::thread Worker(runJob, J.Id);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
    if (J.Urgent)
      continue;
    Worker.join();
  }
}

void gotoPast() {
  {
    std::thread Worker(pollSensor);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
    if (!readConfig())
      goto out;
    Worker.join();
  }
out:
  runJob(0);
}

void oneCaseForgets(int Mode) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  switch (Mode) {
  case 0:
    Worker.join();
    break;
  case 1:
    runJob(1);
    break;
  default:
    Worker.detach();
  }
}

void joinedOnRequest(bool Wait) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (Wait)
    Worker.join();
}

void detachedOnRequest(bool LetGo) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (LetGo)
    Worker.detach();
}

void startedOnRequest(bool Poll) {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (Poll)
    Worker = std::thread(pollSensor);
  readConfig();
}

// Stays silent

void bothBranches(bool Wait) {
  std::thread Worker(pollSensor);
  if (Wait)
    Worker.join();
  else
    Worker.detach();
}

void returnBeforeTheStart(bool Quiet) {
  if (Quiet)
    return;
  std::thread Worker(pollSensor);
  Worker.join();
}

bool joinedBeforeEachReturn() {
  std::thread Worker(pollSensor);
  if (!readConfig()) {
    Worker.join();
    return false;
  }
  Worker.join();
  return true;
}

void exits() {
  std::thread Worker(pollSensor);
  if (!readConfig())
    std::exit(2);
  Worker.join();
}

void abortsOrLeaves() {
  std::thread Worker(pollSensor);
  if (!readConfig())
    std::abort();
  if (!readConfig())
    _exit(2);
  if (!readConfig())
    std::terminate();
  if (!readConfig())
    __builtin_trap();
  Worker.join();
}

void fails() {
  std::thread Worker(pollSensor);
  if (!readConfig())
    fail("no config");
  Worker.join();
}

[[noreturn]] void never() {
  std::thread Worker(pollSensor);
  for (;;)
    readConfig();
}

std::thread returned() {
  std::thread Worker(pollSensor);
  readConfig();
  return Worker;
}

std::thread returnedOrJoined(bool Wait) {
  std::thread Worker(pollSensor);
  if (!Wait)
    return Worker;
  Worker.join();
  return {};
}

void joinedInTheLoop(const std::vector<Job> &Jobs) {
  for (const Job &J : Jobs) {
    std::thread Worker(runJob, J.Id);
    if (J.Urgent) {
      Worker.join();
      break;
    }
    Worker.join();
  }
}
