// RUN: %check %s joinery-*

// A worker that is started and forgotten: it can neither be stopped nor waited
// for, and it runs until the process is killed.

#include <chrono>
#include <memory>
#include <stop_token>
#include <thread>

class Database;
void processNextJob(Database &Db);

// Reports: the loop has no way out, and the task raises no completion signal.

void startWorker(std::shared_ptr<Database> Db) {
  std::thread([Db] {
    for (;;) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unstoppable-worker]
      processNextJob(*Db);
      std::this_thread::sleep_for(std::chrono::seconds(5));
    }
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Reports: the same, and the frame's own handle on the database is gone before
// the worker first looks at it.

void startWorkerByReference(std::shared_ptr<Database> Db) {
  std::thread Worker([&Db] {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    for (;;) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unstoppable-worker]
      processNextJob(*Db);
      std::this_thread::sleep_for(std::chrono::seconds(5));
    }
  });
  Worker.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Reports: an owner alone does not help. The destructor joins a task that never
// ends.

class OwnedWorker {
public:
  explicit OwnedWorker(std::shared_ptr<Database> Db) : Thread([Db] {
    while (true) {
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unstoppable-worker]
      processNextJob(*Db);
      std::this_thread::sleep_for(std::chrono::seconds(5));
    }
  }) {}

private:
  std::jthread Thread;
};

// Reports: nor does a stop that the task cannot hear. Nothing makes the plain
// flag known to the loop.

class DeafWorker {
public:
  explicit DeafWorker(Database &Db) : Db(Db), Thread([this] { run(); }) {}
  ~DeafWorker() {
    Stopping = true;
    Thread.join();
  }

private:
  void run() {
    while (!Stopping)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unstoppable-worker]
      processNextJob(Db);
  }

  Database &Db;
  bool Stopping = false;
  std::thread Thread;
};

// Stays silent: the smallest repair, a token that the loop looks at.

class HearingWorker {
public:
  explicit HearingWorker(Database &Db) : Thread([&Db](std::stop_token Stop) {
    while (!Stop.stop_requested())
      processNextJob(Db);
  }) {}

private:
  std::jthread Thread;
};

// Stays silent: a worker that has only so many jobs ends by itself.

class FiniteWorker {
public:
  explicit FiniteWorker(Database &Db) : Thread([&Db] {
    for (int Job = 0; Job < 16; ++Job)
      processNextJob(Db);
  }) {}

private:
  std::jthread Thread;
};

// Stays silent: whoever gets the handle owns the worker.

std::thread makeWorker(std::shared_ptr<Database> Db) {
  return std::thread([Db] { processNextJob(*Db); });
}
