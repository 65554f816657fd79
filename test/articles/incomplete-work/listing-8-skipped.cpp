// RUN: %check %s joinery-*

// The shutdown is there, but an early return goes round it.

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

  bool shutdown(std::chrono::milliseconds Limit) {
    return Group.waitFor(Limit);
  }

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

bool stillWanted();

int main() {
  static App Service;
  Response Answer;
  Service.handle(Answer);
  if (!stillWanted())
    return 1;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]

  return Service.Track.shutdown(std::chrono::seconds(5)) ? 0 : 1;
}
