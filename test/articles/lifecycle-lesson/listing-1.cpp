// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// A worker that is started and forgotten: it can neither be stopped nor waited
// for, and it runs until the process is killed.

#include <chrono>
#include <memory>
#include <thread>

class Database;
void processNextJob(Database &Db);

// Reports: the task never ends, so it can raise no completion signal.

void startWorker(std::shared_ptr<Database> Db) {
  std::thread([Db] {
    for (;;) {
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
      processNextJob(*Db);
      std::this_thread::sleep_for(std::chrono::seconds(5));
    }
  });
  Worker.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Stays silent: whoever gets the handle owns the worker.

std::thread makeWorker(std::shared_ptr<Database> Db) {
  return std::thread([Db] { processNextJob(*Db); });
}
