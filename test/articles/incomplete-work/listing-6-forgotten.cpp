// RUN: %check %s joinery-*

// The tracker offers a wait, and main forgets to call it: each task that is
// still writing is cut off where main returns. The tasks are tracked, so the
// detach is not at fault.

#include "WaitGroup.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

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

  void shutdown() { Group.wait(); }

private:
  WaitGroup Group;
};

struct Response {
  int Status = 0;
};

class App {
public:
  void handle(Response &Answer) {
    Answer.Status = 201;
    Track.event("created");
  }

  Tracker Track;
};

int main() {
  static App Service;
  Response Answer;
  Service.handle(Answer);
  return Answer.Status == 201 ? 0 : 1;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: note: {{.*shutdown.*}}
}
