// RUN: %check %s joinery-*

// Events are written where they happen. The caller pays for the write, and no
// event is lost.

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

class Tracker {
public:
  void event(const std::string &Data) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::fprintf(stderr, "event: %s\n", Data.c_str());
  }
};
