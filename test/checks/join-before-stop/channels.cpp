// RUN: %check %s joinery-*
// Joins of tasks that receive until their channel is closed.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/channel_op_status.hpp>
#include <optional>
#include <string>
#include <thread>
#include <vector>

void handle(const std::string &);

// Reports

class NeverClosed {
public:
  NeverClosed() : Worker([this] { run(); }) {}
  void put(std::string Line) { Lines.push(std::move(Line)); }

private:
  void run() {
    for (const std::string &Line : Lines)
      handle(Line);
  }
  boost::fibers::buffered_channel<std::string> Lines{16};
  std::jthread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the end of 'Worker' joins and never returns: {{.*}} [joinery-join-before-stop]
};

class JoinedUnclosed {
public:
  JoinedUnclosed() : Worker([this] { run(); }) {}
  ~JoinedUnclosed() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: {{.*}} [joinery-join-before-stop]
    Lines.close();
  }
  void put(std::string Line) { Lines.push(std::move(Line)); }

private:
  void run() {
    std::string Line;
    while (Lines.pop(Line) == boost::fibers::channel_op_status::success)
      handle(Line);
  }
  boost::fibers::buffered_channel<std::string> Lines{16};
  std::thread Worker;
};

struct Closer {
  boost::fibers::buffered_channel<std::string> &Lines;
  ~Closer() { Lines.close(); }
};

void closedByAnEarlierGuard() {
  boost::fibers::buffered_channel<std::string> Lines(4);
  Closer Close{Lines};
  std::jthread Worker([&Lines] {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the end of 'Worker' joins and never returns: {{.*}} [joinery-join-before-stop]
    for (const std::string &Line : Lines)
      handle(Line);
  });
  Lines.push("a");
}

void fedInALoop(const std::vector<std::string> &Input) {
  boost::fibers::buffered_channel<std::string> Lines(4);
  std::thread Worker([&Lines] {
    for (const std::string &Line : Lines)
      handle(Line);
  });
  for (const std::string &Line : Input)
    Lines.push(Line);
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: {{.*}} [joinery-join-before-stop]
  Lines.close();
}

// Stays silent

class Closed {
public:
  Closed() : Worker([this] { run(); }) {}
  ~Closed() { Lines.close(); }
  void put(std::string Line) { Lines.push(std::move(Line)); }

private:
  void run() {
    for (const std::string &Line : Lines)
      handle(Line);
  }
  boost::fibers::buffered_channel<std::string> Lines{16};
  std::jthread Worker;
};

void closedByALaterGuard() {
  boost::fibers::buffered_channel<std::string> Lines(4);
  std::jthread Worker([&Lines] {
    for (const std::string &Line : Lines)
      handle(Line);
  });
  Closer Close{Lines};
  Lines.push("a");
}

void endedByAnElement() {
  boost::fibers::buffered_channel<std::string> Lines(4);
  std::thread Worker([&Lines] {
    for (;;) {
      std::string Line = Lines.value_pop();
      if (Line.empty())
        break;
      handle(Line);
    }
  });
  Lines.push("a");
  Lines.push("");
  Worker.join();
}
