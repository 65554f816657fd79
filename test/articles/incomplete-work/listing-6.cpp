// RUN: %check %s joinery-*

// Main waits for the tracker's tasks before it ends: nothing is cut off.

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
  App Service;
  Response Answer;
  Service.handle(Answer);

  Service.Track.shutdown();
  return Answer.Status == 201 ? 0 : 1;
}
