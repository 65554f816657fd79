// RUN: %check %s joinery-*

// The repair of the worker: its owner starts it, can stop it at once, even in
// its pause, and waits for its end.

#include <atomic>
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

// Reports: can be stopped, but hears of it only after its sleep.

class SleepyWorker {
public:
  explicit SleepyWorker(Database &Db)
      : Thread([&Db](std::stop_token Stop) {
          while (!Stop.stop_requested()) {
            processNextJob(Db);
            std::this_thread::sleep_for(std::chrono::seconds(5));
            // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-uninterruptible-sleep]
          }
        }) {}

private:
  std::jthread Thread;
};

// Stays silent: a pause that nobody notices.

class NappingWorker {
public:
  explicit NappingWorker(Database &Db)
      : Thread([&Db](std::stop_token Stop) {
          while (!Stop.stop_requested()) {
            processNextJob(Db);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
          }
        }) {}

private:
  std::jthread Thread;
};

// Reports: `stop` waits first and asks afterwards.

class WaitsFirstWorker {
public:
  explicit WaitsFirstWorker(Database &Db) : Db(Db), Thread([this] { run(); }) {}
  ~WaitsFirstWorker() {
    Thread.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-join-before-stop]
    Stopping = true;
  }

private:
  void run() {
    while (!Stopping)
      processNextJob(Db);
  }

  Database &Db;
  std::atomic<bool> Stopping{false};
  std::thread Thread;
};

// Stays silent: asks first.

class AsksFirstWorker {
public:
  explicit AsksFirstWorker(Database &Db) : Db(Db), Thread([this] { run(); }) {}
  ~AsksFirstWorker() {
    Stopping = true;
    Thread.join();
  }

private:
  void run() {
    while (!Stopping)
      processNextJob(Db);
  }

  Database &Db;
  std::atomic<bool> Stopping{false};
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
