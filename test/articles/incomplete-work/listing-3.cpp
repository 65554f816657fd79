// RUN: %check %s joinery-*

// A request handler that starts a task for its event and hopes for the best.

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

class Tracker {
public:
  void event(const std::string &Data) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::fprintf(stderr, "event: %s\n", Data.c_str());
  }
};

struct Response {
  int Status = 0;
};

class App {
public:
  // Reports: nobody manages this task.
  void handle(Response &Answer) {
    Answer.Status = 201;
    std::thread(&Tracker::event, &Track, std::string("created")).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  // Reports: the same through a named handle, at the detach.
  void handleLogin(Response &Answer, std::string User) {
    Answer.Status = 200;
    std::thread Record(
        [this, User = std::move(User)] { Track.event("login of " + User); });
    Record.detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  // Stays silent: the event is written before the handler returns.
  void handleInOrder(Response &Answer) {
    Answer.Status = 201;
    Track.event("created");
  }

private:
  Tracker Track;
};
