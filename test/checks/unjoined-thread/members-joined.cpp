// RUN: %check %s joinery-unjoined-thread
// Member threads whose class, owner or file elsewhere takes care of them.

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void runJob(int Id);

// Stays silent

class JoinedByDestructor {
public:
  JoinedByDestructor() : Worker(pollSensor) {}
  ~JoinedByDestructor() { Worker.join(); }

private:
  std::thread Worker;
};

class DetachedByDestructor {
public:
  void start() { Worker = std::thread(pollSensor); }
  ~DetachedByDestructor() {
    if (Worker.joinable())
      Worker.detach();
  }

private:
  std::thread Worker;
};

class JoinedByHelpers {
public:
  explicit JoinedByHelpers(int Id) : Worker(runJob, Id) {}
  ~JoinedByHelpers() { stop(); }
  void stop() {
    Stopping = true;
    finish();
  }

private:
  void finish() {
    if (Worker.joinable())
      Worker.join();
  }
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

// Defined in another file: it may well join.
class DestructorElsewhere {
public:
  DestructorElsewhere() : Worker(pollSensor) {}
  ~DestructorElsewhere();

private:
  std::thread Worker;
};

class HelperElsewhere {
public:
  HelperElsewhere() : Worker(pollSensor) {}
  ~HelperElsewhere() { stop(); }
  void stop();

private:
  std::thread Worker;
};

class NeverStarted {
public:
  bool busy() const { return Worker.joinable(); }

private:
  std::thread Worker;
};

class StartedElsewhere {
public:
  void start();

private:
  std::thread Worker;
};

class JoiningMember {
public:
  void start() { Worker = std::jthread(pollSensor); }

private:
  std::jthread Worker;
};

class Pool {
public:
  explicit Pool(int Size) {
    for (int Id = 0; Id < Size; ++Id)
      Workers.emplace_back(runJob, Id);
  }
  ~Pool() {
    for (auto &Worker : Workers)
      Worker.join();
  }

private:
  std::vector<std::thread> Workers;
};

class PoolOfSlots {
public:
  PoolOfSlots() {
    for (int Id = 0; Id < 4; ++Id)
      Slots.push_back(Slot{Id, std::thread(runJob, Id)});
  }
  ~PoolOfSlots() {
    std::for_each(Slots.begin(), Slots.end(), [](Slot &S) { S.Thread.join(); });
  }

private:
  struct Slot {
    int Id;
    std::thread Thread;
  };
  std::vector<Slot> Slots;
};

class Restarted {
public:
  explicit Restarted(int Id) : Worker(runJob, Id) {}
  ~Restarted() { join(); }
  void restart(int Id) {
    join();
    Worker = std::thread(runJob, Id);
  }
  void restartUnlessRunning(int Id) {
    if (!Worker.joinable())
      Worker = std::thread(runJob, Id);
  }

private:
  void join() {
    if (Worker.joinable())
      Worker.join();
  }
  std::thread Worker;
};

// That a lone start can be called twice is not held against it.
class StartedOnce {
public:
  void start() { Worker = std::thread(pollSensor); }
  ~StartedOnce() {
    if (Worker.joinable())
      Worker.join();
  }

private:
  std::thread Worker;
};

// A guard of the class's own stands before the assignment.
class StartedByFlag {
public:
  StartedByFlag() { start(); }
  void start() {
    if (Started)
      return;
    Started = true;
    Worker = std::thread(pollSensor);
  }
  ~StartedByFlag() {
    if (Started)
      Worker.join();
  }

private:
  bool Started = false;
  std::thread Worker;
};

class Base {
public:
  virtual ~Base() {
    if (Worker.joinable())
      Worker.join();
  }

protected:
  std::thread Worker;
};

class StartsTheBasesThread : public Base {
public:
  StartsTheBasesThread() { Worker = std::thread(pollSensor); }
};

class OwnedPointer {
public:
  void start() { Worker = std::make_unique<std::thread>(pollSensor); }
  ~OwnedPointer() {
    if (Worker && Worker->joinable())
      Worker->join();
  }

private:
  std::unique_ptr<std::thread> Worker;
};
