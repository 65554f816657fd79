// RUN: %check %s joinery-unjoined-thread
// A join under the condition of the start joins on every path that started.

#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

void work();
bool enabled();

struct Options {
  bool has(const char *Name) const;
  std::string Mode;
};

// Stays silent.

bool startsIfEnabled(std::thread &Worker) {
  if (!enabled())
    return false;
  Worker = std::thread(work);
  return true;
}

void askedAtOnce() {
  std::thread Worker;
  if (startsIfEnabled(Worker))
    Worker.join();
}

void askedLater() {
  std::thread Worker;
  bool Started = startsIfEnabled(Worker);
  work();
  if (Started)
    Worker.join();
}

void askedTheHandle() {
  std::thread Worker;
  startsIfEnabled(Worker);
  if (Worker.joinable())
    Worker.join();
}

int startsOrFails(std::thread &Worker) {
  if (!enabled())
    return -1;
  Worker = std::thread(work);
  return 0;
}

void askedForZero() {
  std::thread Worker;
  if (startsOrFails(Worker) != 0)
    return;
  Worker.join();
}

std::string startsWithReason(std::thread &Worker) {
  if (!enabled())
    return "disabled";
  Worker = std::thread(work);
  return "";
}

void askedForReason() {
  std::thread Worker;
  if (!startsWithReason(Worker).empty())
    return;
  Worker.join();
}

void noneStarted(int Count) {
  std::vector<std::thread> Workers;
  for (int I = 0; I < Count; ++I)
    Workers.emplace_back(work);
  if (Workers.empty())
    return;
  for (std::thread &Worker : Workers)
    Worker.join();
}

void noneCounted(int Count) {
  std::vector<std::thread> Workers;
  for (int I = 0; I < Count; ++I)
    Workers.emplace_back(work);
  if (Workers.size() == 0 || 1 > Workers.size())
    return;
  for (std::thread &Worker : Workers)
    Worker.join();
}

void sameCase(int Mode) {
  std::thread Worker;
  switch (Mode) {
  case 1:
    Worker = std::thread(work);
    break;
  default:
    break;
  }
  switch (Mode) {
  case 1:
    Worker.join();
    break;
  default:
    break;
  }
}

void caseAndCondition(int Mode) {
  std::thread Worker;
  if (Mode == 2)
    Worker = std::thread(work);
  switch (Mode) {
  case 2:
    Worker.join();
    return;
  }
}

void eitherOfTwo(int Mode) {
  std::thread Worker;
  if (Mode == 1 || Mode == 2)
    Worker = std::thread(work);
  work();
  if (Mode == 1 || Mode == 2)
    Worker.join();
}

void neitherOfTwo(bool First, bool Second) {
  std::thread Worker;
  if (First || Second)
    Worker = std::thread(work);
  if (!(First || Second))
    return;
  Worker.join();
}

void oneOfThree(bool First, bool Second, bool Third) {
  std::thread Worker;
  if ((First || Second) && Third)
    Worker = std::thread(work);
  work();
  if ((First || Second) && Third)
    Worker.join();
}

void theContraryOrder(int Count) {
  std::thread Worker;
  if (Count > 0)
    Worker = std::thread(work);
  if (Count <= 0)
    return;
  Worker.join();
}

void theOtherWayRound(int Count, int Limit) {
  std::thread Worker;
  if (Count < Limit)
    Worker = std::thread(work);
  if (Limit > Count)
    Worker.join();
}

void theSameText(const Options &Given) {
  std::thread Worker;
  if (Given.Mode == "fast")
    Worker = std::thread(work);
  if (Given.Mode == "fast")
    Worker.join();
}

void theSameQuestion(const Options &Given) {
  std::thread Worker;
  if (Given.has("worker"))
    Worker = std::thread(work);
  if (Given.has("worker"))
    Worker.join();
}

void throughAPointer(std::unique_ptr<Options> Given) {
  std::thread Worker;
  if (Given->has("worker"))
    Worker = std::thread(work);
  if (Given->has("worker"))
    Worker.join();
}

// Reports.

void anotherCondition(int Mode) {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:15: warning: 'Worker' can be destroyed {{.*}} [joinery-unjoined-thread]
  if (Mode == 1 || Mode == 2)
    Worker = std::thread(work);
  if (Mode == 1 || Mode == 3)
    Worker.join();
}

void changedBetween(int Mode) {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:15: warning: 'Worker' can be destroyed {{.*}} [joinery-unjoined-thread]
  if (Mode > 0)
    Worker = std::thread(work);
  Mode = 0;
  if (Mode > 0)
    Worker.join();
}

void startedButNotAsked() {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:15: warning: 'Worker' can be destroyed {{.*}} [joinery-unjoined-thread]
  if (startsIfEnabled(Worker))
    work();
}

void notEmpty(int Count) {
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:28: warning: 'Workers' can be destroyed {{.*}} [joinery-unjoined-thread]
  for (int I = 0; I < Count; ++I)
    Workers.emplace_back(work);
  if (!Workers.empty())
    return;
  for (std::thread &Worker : Workers)
    Worker.join();
}

void anotherCase(int Mode) {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:15: warning: 'Worker' can be destroyed {{.*}} [joinery-unjoined-thread]
  switch (Mode) {
  case 1:
  case 2:
    Worker = std::thread(work);
    break;
  }
  switch (Mode) {
  case 1:
    Worker.join();
  }
}
