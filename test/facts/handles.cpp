// RUN: %facts
// What functions do to handles that reach them.

#include <future>
#include <memory>
#include <thread>
#include <vector>

void work() noexcept;
bool early() noexcept;
void keep(std::thread &Handle);

// FACT: fact: joins: joins parameter 0{{$}}
void joins(std::thread &Handle) { Handle.join(); }

// FACT: fact: joinsSometimes: joins parameter 1, on some paths
void joinsSometimes(int, std::thread &Handle) {
  if (early())
    return;
  Handle.join();
}

// FACT: fact: joinsAll: joins parameter 0{{$}}
void joinsAll(std::vector<std::thread> &All) {
  for (std::thread &One : All)
    One.join();
}

// Joining behind a test is joining where there is something to join.
// FACT: fact: joinsWhenThere: joins parameter 0, on some paths
void joinsWhenThere(std::unique_ptr<std::thread> &Handle) {
  if (Handle && Handle->joinable())
    Handle->join();
}

// FACT: fact: detaches: detaches parameter 0{{$}}
void detaches(std::thread &&Handle) { Handle.detach(); }

// A helper of a helper.
// FACT: fact: joinsThrough: joins parameter 0{{$}}
void joinsThrough(std::thread &Handle) { joins(Handle); }

// FACT: fact: handsOn: hands on parameter 0{{$}}
// FACT-NEXT: fact: handsOn: may throw
void handsOn(std::thread &Handle) { keep(Handle); }

// What stays inside says nothing to a caller.
void keepsToItself() {
  std::thread Local(work);
  Local.join();
}

// FACT: fact: later: returns a future that waits when it dies
std::future<void> later() { return std::async(std::launch::async, work); }

struct Worker {
  // FACT: fact: Worker::start: starts this.Thread{{$}}
  void start() { Thread = std::thread(work); }
  // FACT: fact: Worker::stop: joins this.Thread, on some paths
  void stop() {
    if (Thread.joinable())
      Thread.join();
  }
  // FACT: fact: Worker::~Worker: joins this.Thread, on some paths
  ~Worker() { stop(); }
  std::thread Thread;
};

struct Owner {
  // FACT: fact: Owner::run: starts this.Inner.Thread{{$}}
  // FACT: fact: Owner::run: joins this.Inner.Thread{{$}}
  void run() {
    Inner.start();
    Inner.Thread.join();
  }
  Worker Inner;
};

// FACT: fact: startsGlobal: starts Global{{$}}
std::thread Global;
void startsGlobal() { Global = std::thread(work); }

struct JoinOnExit {
  std::thread &Handle;
  // FACT: fact: JoinOnExit::~JoinOnExit: joins this.Handle{{$}}
  ~JoinOnExit() { Handle.join(); }
};

// FACT: fact: guarded: joins parameter 0{{$}}
void guarded(std::thread &Handle) {
  JoinOnExit Guard{Handle};
  if (early())
    return;
  work();
}
