// RUN: %check %s joinery-repeated-join
// A second join or detach, and what looks like one.

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

void work();
bool early();
void keep(std::thread Handle);

// Reports.

void twice() {
  std::thread Worker(work);
  Worker.join();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' is joined after it was joined; {{.*}} [joinery-repeated-join]
}

void afterDetach() {
  std::thread Worker(work);
  if (early())
    Worker.detach();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' is joined after it was detached; {{.*}} [joinery-repeated-join]
}

void detachAfterJoin() {
  std::thread Worker(work);
  Worker.join();
  Worker.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' is detached after it was joined; {{.*}} [joinery-repeated-join]
}

void movedFrom() {
  std::thread Worker(work);
  keep(std::move(Worker));
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' is joined after its task was moved {{.*}} [joinery-repeated-join]
}

void neverStarted() {
  std::thread Worker;
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Worker' is joined before any task {{.*}} [joinery-repeated-join]
}

void startedOnOnePath(bool Wanted) {
  std::thread Worker;
  if (Wanted)
    Worker = std::thread(work);
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void twiceByReference(std::thread &Worker) {
  Worker.join();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

class Twice {
public:
  ~Twice() {
    stop();
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  }

private:
  void stop() { Worker.join(); }
  std::thread Worker{work};
};

class StopsTwice {
public:
  ~StopsTwice() {
    stop();
    stop();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  }
  void stop() { Worker.join(); }

private:
  std::thread Worker{work};
};

class Inner {
public:
  Inner() : Worker([this] { run(); }) {}
  ~Inner() { Worker.join(); }

private:
  void run() {
    if (Worker.joinable())
      Worker.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the task joins itself {{.*}} [joinery-repeated-join]
  }
  std::thread Worker;
};

void allTwice(std::vector<std::thread> &Workers) {
  for (std::thread &Worker : Workers)
    Worker.join();
  for (std::thread &Worker : Workers)
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the handles of 'Workers' are joined {{.*}} [joinery-repeated-join]
}

struct JoinAtEnd {
  std::thread &Handle;
  ~JoinAtEnd() {
    Handle.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  }
};

void guardedAndJoined() {
  std::thread Worker(work);
  JoinAtEnd Guard{Worker};
  Worker.join();
}

// Stays silent.

void tested() {
  std::thread Worker(work);
  if (early())
    Worker.join();
  if (Worker.joinable())
    Worker.join();
}

void onDifferentPaths() {
  std::thread Worker(work);
  if (early()) {
    Worker.join();
    return;
  }
  Worker.detach();
}

void startedAgain() {
  std::thread Worker(work);
  Worker.join();
  Worker = std::thread(work);
  Worker.join();
}

void movedBack() {
  std::thread Worker(work);
  std::thread Other = std::move(Worker);
  Worker = std::move(Other);
  Worker.join();
}

void remembered() {
  std::thread Worker(work);
  bool Joined = false;
  if (early()) {
    Worker.join();
    Joined = true;
  }
  if (!Joined)
    Worker.join();
}

class TestsFirst {
public:
  ~TestsFirst() {
    stop();
    stop();
  }
  void stop() {
    if (Worker.joinable())
      Worker.join();
  }

private:
  std::thread Worker{work};
};

class OneOfTwo {
public:
  ~OneOfTwo() {
    First.join();
    Second.join();
  }

private:
  std::thread First{work}, Second{work};
};

void inALoop() {
  for (int I = 0; I < 3; ++I) {
    std::thread Worker(work);
    Worker.join();
  }
}

void elements(std::vector<std::thread> &Workers) {
  Workers[0].join();
  Workers[1].join();
}

void array() {
  std::thread Workers[2];
  for (std::thread &Worker : Workers)
    Worker = std::thread(work);
  for (std::thread &Worker : Workers)
    Worker.join();
}

void refilled(std::vector<std::thread> &Workers) {
  for (std::thread &Worker : Workers)
    Worker.join();
  Workers.clear();
  Workers.emplace_back(work);
  for (std::thread &Worker : Workers)
    Worker.join();
}

void testedLoop(std::vector<std::thread> &Workers) {
  for (std::thread &Worker : Workers)
    Worker.join();
  for (std::thread &Worker : Workers)
    if (Worker.joinable())
      Worker.join();
}

struct Slot {
  std::thread Handle;
};

void behindPointers(Slot *Slots, int Count) {
  for (int I = 0; I < Count; ++I)
    Slots[I].Handle.join();
}

void optionally(bool Wanted) {
  std::optional<std::thread> Worker;
  if (Wanted)
    Worker.emplace(work);
  if (Worker)
    Worker->join();
}

void ownedOptionally(bool Wanted) {
  std::unique_ptr<std::thread> Worker;
  if (Wanted)
    Worker = std::make_unique<std::thread>(work);
  if (Worker)
    Worker->join();
}

void whenAsked(std::function<void()> Run);

void startedByACallback() {
  std::thread Worker;
  whenAsked([&Worker] { Worker = std::thread(work); });
  Worker.join();
}

void swapped(std::thread &Other) {
  std::thread Worker(work);
  Worker.join();
  Worker.swap(Other);
  Worker.join();
}

class AsksWhoItIs {
public:
  ~AsksWhoItIs() { stop(); }

private:
  void run() { stop(); }
  void stop() {
    if (std::this_thread::get_id() != Worker.get_id())
      Worker.join();
  }
  std::thread Worker{[this] { run(); }};
};

void jthreads() {
  std::jthread Worker(work);
  Worker.request_stop();
  Worker.join();
}
