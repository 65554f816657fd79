// RUN: %check %s joinery-late-count-up
// Tasks that count themselves.

#include "WaitGroup.h"
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

void work();

// Reports.

void atomicCounter() {
  std::atomic<int> Running{0};
  std::jthread Worker([&Running] {
    ++Running;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    --Running;
  });
  while (Running != 0)
    std::this_thread::yield();
}

class Group {
public:
  void add() {
    std::lock_guard Lock(Guard);
    ++Count;
  }
  void done() {
    std::lock_guard Lock(Guard);
    if (--Count == 0)
      Zero.notify_all();
  }
  void wait() {
    std::unique_lock Lock(Guard);
    Zero.wait(Lock, [this] { return Count == 0; });
  }

private:
  std::mutex Guard;
  std::condition_variable Zero;
  int Count = 0;
};

void ownGroup() {
  Group Tasks;
  std::jthread Worker([&Tasks] {
    Tasks.add();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  });
  Tasks.wait();
}

class Service {
public:
  void start() {
    Worker = std::jthread([this] { run(); });
  }
  void drain() { Tasks.wait(); }

private:
  void run() {
    Tasks.add();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
    Tasks.done();
  }
  Group Tasks;
  std::jthread Worker;
};

struct Counted {
  Group &Tasks;
  explicit Counted(Group &Tasks) : Tasks(Tasks) { Tasks.add(); }
  ~Counted() { Tasks.done(); }
};

void byAGuard() {
  Group Tasks;
  std::jthread Worker([&Tasks] {
    Counted One(Tasks);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    work();
  });
  Tasks.wait();
}

// Stays silent.

void before() {
  std::atomic<int> Running{0};
  ++Running;
  std::jthread Worker([&Running] {
    work();
    --Running;
  });
  while (Running != 0)
    std::this_thread::yield();
}

void beginsAtTwo() {
  std::atomic<int> Left{2};
  auto Work = [&Left] {
    work();
    --Left;
  };
  std::jthread First(Work), Second(Work);
  while (Left != 0)
    std::this_thread::yield();
}

void countsProgress(const std::vector<std::string> &Files) {
  std::atomic<size_t> Finished{0};
  std::vector<std::jthread> Workers;
  for (const std::string &File : Files)
    Workers.emplace_back([&Finished] {
      work();
      ++Finished;
    });
  while (Finished < Files.size())
    std::this_thread::yield();
}

void statistics() {
  std::atomic<int> Active{0};
  std::jthread Worker([&Active] {
    ++Active;
    work();
    --Active;
  });
}

void spawnerHoldsACount() {
  Group Tasks;
  Tasks.add();
  std::jthread Worker([&Tasks] {
    Tasks.add();
    work();
    Tasks.done();
  });
  Tasks.done();
  Tasks.wait();
}

class Barrier {
public:
  void pass() {
    ++Inside;
    work();
    --Inside;
  }
  ~Barrier() {
    while (Inside != 0)
      std::this_thread::yield();
  }

private:
  std::atomic<int> Inside{0};
};

void inUse() {
  Barrier One;
  std::jthread Worker([&One] { One.pass(); });
  One.pass();
}

void attempts() {
  std::jthread Worker([] {
    int Attempts = 0;
    while (Attempts < 3)
      ++Attempts;
  });
}
