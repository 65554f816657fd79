// RUN: %facts
// What functions do to handles that reach them.

#include <future>
#include <memory>
#include <thread>
#include <vector>

void work() noexcept;
bool early() noexcept;
void keep(std::thread &Handle);

// FACT-DAG: fact: joins: joins parameter 0{{$}}
void joins(std::thread &Handle) { Handle.join(); }

// FACT-DAG: fact: joinsSometimes: joins parameter 1{{$}}
// FACT-DAG: fact: joinsSometimes: calls #{{[0-9a-f]+}}{{$}}
void joinsSometimes(int, std::thread &Handle) {
  if (early())
    return;
  Handle.join();
}

// FACT-DAG: fact: joinsAll: joins parameter 0{{$}}
void joinsAll(std::vector<std::thread> &All) {
  for (std::thread &One : All)
    One.join();
}

// Joining behind a test is joining where there is something to join.
// FACT-DAG: fact: joinsWhenThere: joins parameter 0{{$}}
void joinsWhenThere(std::unique_ptr<std::thread> &Handle) {
  if (Handle && Handle->joinable())
    Handle->join();
}

// FACT-DAG: fact: detaches: gives up parameter 0{{$}}
void detaches(std::thread &&Handle) { Handle.detach(); }

// A helper of a helper.
// FACT-DAG: fact: joinsThrough: joins parameter 0{{$}}
// FACT-DAG: fact: joinsThrough: calls joins with 0 = parameter 0{{$}}
void joinsThrough(std::thread &Handle) { joins(Handle); }

// FACT-DAG: fact: handsOn: calls #{{[0-9a-f]+}} with 0 = parameter 0{{$}}
void handsOn(std::thread &Handle) { keep(Handle); }

// What stays inside says nothing to a caller.
// FACT-DAG: fact: keepsToItself: starts task 1{{$}}
// FACT-DAG: fact: keepsToItself: names #{{[0-9a-f]+}}{{$}}
void keepsToItself() {
  std::thread Local(work);
  Local.join();
}

// FACT-DAG: fact: later: returns an async future{{$}}
// FACT-DAG: fact: later: names #{{[0-9a-f]+}}{{$}}
std::future<void> later() { return std::async(std::launch::async, work); }

struct Worker {
  // FACT-DAG: fact: Worker::start: starts task 3 in Worker::Thread of this{{$}}
  // FACT-DAG: fact: Worker::start: names #{{[0-9a-f]+}}{{$}}
  void start() { Thread = std::thread(work); }
  // FACT-DAG: fact: Worker::stop: joins Worker::Thread of this{{$}}
  void stop() {
    if (Thread.joinable())
      Thread.join();
  }
  // FACT-DAG: fact: Worker::~Worker: destructor{{$}}
  // FACT-DAG: fact: Worker::~Worker: joins Worker::Thread of this{{$}}
  // FACT-DAG: fact: Worker::~Worker: calls Worker::stop{{$}}
  ~Worker() { stop(); }
  std::thread Thread;
};

struct Owner {
  // FACT-DAG: fact: Owner::run: joins Worker::Thread of this{{$}}
  // FACT-DAG: fact: Owner::run: calls Worker::start on Owner::Inner of this{{$}}
  void run() {
    Inner.start();
    Inner.Thread.join();
  }
  Worker Inner;
};

std::thread Global;
// FACT-DAG: fact: startsGlobal: starts task 4 in Global{{$}}
// FACT-DAG: fact: startsGlobal: names #{{[0-9a-f]+}}{{$}}
void startsGlobal() { Global = std::thread(work); }

struct JoinOnExit {
  std::thread &Handle;
  // FACT-DAG: fact: JoinOnExit::~JoinOnExit: destructor{{$}}
  // FACT-DAG: fact: JoinOnExit::~JoinOnExit: joins JoinOnExit::Handle of this{{$}}
  ~JoinOnExit() { Handle.join(); }
};

// FACT-DAG: fact: guarded: joins parameter 0{{$}}
// FACT-DAG: fact: guarded: calls JoinOnExit::~JoinOnExit{{$}}
// FACT-DAG: fact: guarded: calls #{{[0-9a-f]+}}{{$}}
// FACT-DAG: fact: guarded: calls #{{[0-9a-f]+}}{{$}}
void guarded(std::thread &Handle) {
  JoinOnExit Guard{Handle};
  if (early())
    return;
  work();
}
