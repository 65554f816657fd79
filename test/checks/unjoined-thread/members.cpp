// RUN: %check %s joinery-unjoined-thread
// A member thread that a method starts and no destructor joins.

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void runJob(int Id);

// Reports

class NoDestructor {
public:
  void start() { Worker = std::thread(pollSensor); }

private:
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class StartedByConstructor {
public:
  StartedByConstructor() : Worker(&StartedByConstructor::run, this) {}

private:
  void run() { pollSensor(); }
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class DefaultedDestructor {
public:
  void start() { Worker = std::thread(pollSensor); }
  ~DefaultedDestructor() = default;

private:
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

// stop joins, but the destructor does not call it.
class JoinedByStopAlone {
public:
  void start() {
    Running = true;
    Worker = std::thread([this] {
      while (Running)
        pollSensor();
    });
  }
  void stop() {
    Running = false;
    if (Worker.joinable())
      Worker.join();
  }

private:
  std::atomic<bool> Running{false};
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class OnlyTellsItToStop {
public:
  OnlyTellsItToStop()
      : Worker([this] {
          while (!Stopping)
            pollSensor();
        }) {}
  ~OnlyTellsItToStop() { Stopping = true; }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class OneOfTwo {
public:
  OneOfTwo() : Reader(runJob, 1), Writer(runJob, 2) {}
  ~OneOfTwo() { Reader.join(); }

private:
  std::thread Reader;
  std::thread Writer;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class Many {
public:
  void add(int Id) { Workers.emplace_back(runJob, Id); }

private:
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class Owned {
public:
  void start() { Worker = std::make_unique<std::thread>(pollSensor); }

private:
  std::unique_ptr<std::thread> Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class Maybe {
public:
  void start() { Worker.emplace(pollSensor); }

private:
  std::optional<std::thread> Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class Fixed {
public:
  Fixed() {
    for (std::thread &Worker : Workers)
      Worker = std::thread(pollSensor);
  }

private:
  std::array<std::thread, 4> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

// The constructor has started the thread that restart assigns over.
class AssignedOver {
public:
  AssignedOver() : Worker(runJob, 1) {}
  ~AssignedOver() {
    if (Worker.joinable())
      Worker.join();
  }
  void restart(int Id) { Worker = std::thread(runJob, Id); }

private:
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

class AssignedTwiceOnOnePath {
public:
  void start() {
    Worker = std::thread(runJob, 1);
    Worker = std::thread(runJob, 2);
  }
  ~AssignedTwiceOnOnePath() {
    if (Worker.joinable())
      Worker.join();
  }

private:
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};
