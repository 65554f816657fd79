// RUN: %check %s joinery-*

// The handler no longer starts a task: that is now the tracker's own business,
// and the tracker is defined elsewhere.

#include <string>

class Tracker {
public:
  void event(std::string Data);
  void shutdown();
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

private:
  Tracker Track;
};
