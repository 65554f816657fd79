// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// The repair of the worker: its owner starts it, can stop it at once, even in
// its pause, and waits for its end.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

class Database;
void processNextJob(Database &Db);

// Stays silent: a jthread's destructor asks it to stop and joins.

class Worker {
public:
  explicit Worker(Database &Db) : Db(Db) {}

  void start() {
    Thread = std::jthread([this](std::stop_token Stop) {
      while (!Stop.stop_requested()) {
        processNextJob(Db);
        std::unique_lock<std::mutex> Lock(Mutex);
        Wake.wait_for(Lock, Stop, std::chrono::seconds(5),
                      [] { return false; });
      }
    });
  }

  void stop() {
    Thread.request_stop();
    if (Thread.joinable())
      Thread.join();
  }

private:
  Database &Db;
  std::mutex Mutex;
  std::condition_variable_any Wake;
  std::jthread Thread;
};

// Stays silent: the same by hand, where the destructor stops and joins.

class FlagWorker {
public:
  explicit FlagWorker(Database &Db) : Db(Db) {}
  ~FlagWorker() { stop(); }

  void start() {
    if (!Thread.joinable())
      Thread = std::thread(&FlagWorker::run, this);
  }

  void stop() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stopping = true;
    }
    Wake.notify_all();
    if (Thread.joinable())
      Thread.join();
  }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stopping) {
      Lock.unlock();
      processNextJob(Db);
      Lock.lock();
      Wake.wait_for(Lock, std::chrono::seconds(5), [this] { return Stopping; });
    }
  }

  Database &Db;
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stopping = false;
  std::thread Thread;
};

// Reports: `stop` is there, but an owner who forgets it takes the program down.

class StopByHandWorker {
public:
  explicit StopByHandWorker(Database &Db) : Db(Db) {}

  void start() { Thread = std::thread(&StopByHandWorker::run, this); }

  void stop() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Stopping = true;
    }
    Wake.notify_all();
    Thread.join();
  }

private:
  void run() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stopping) {
      Lock.unlock();
      processNextJob(Db);
      Lock.lock();
      Wake.wait_for(Lock, std::chrono::seconds(5), [this] { return Stopping; });
    }
  }

  Database &Db;
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stopping = false;
  std::thread Thread;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};
