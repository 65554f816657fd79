// RUN: %check %s joinery-skippable-completion
// Signals that a path of the task passes by.

#include <atomic>
#include <barrier>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

bool ready();
void work();
void check(const std::string &Text) {
  if (Text.empty())
    throw std::invalid_argument("empty");
}

// Reports.

void earlyReturn() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    if (!ready())
      return;
    work();
    Done.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.wait();
}

void exceptionOfAnAsyncTask(const std::string &Text) {
  std::latch Done(1);
  auto Worker = std::async(std::launch::async, [&] {
    check(Text);
    Done.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.wait();
  Worker.get();
}

void semaphore() {
  std::binary_semaphore Ended(0);
  std::jthread Worker([&Ended] {
    if (ready()) {
      work();
      Ended.release();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    }
  });
  Ended.acquire();
}

void barrier(int Parts) {
  std::barrier<> All(Parts + 1);
  std::vector<std::jthread> Workers;
  for (int Part = 0; Part < Parts; ++Part)
    Workers.emplace_back([&All] {
      if (!ready())
        return;
      (void)All.arrive();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
    });
  All.arrive_and_wait();
}

void counter() {
  std::atomic<int> Left{2};
  auto Work = [&Left] {
    if (!ready())
      return;
    --Left;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  };
  std::jthread First(Work), Second(Work);
  while (Left > 0)
    std::this_thread::yield();
}

void promiseByReference() {
  std::promise<int> Result;
  std::future<int> Answer = Result.get_future();
  std::jthread Worker([&Result] {
    if (ready())
      Result.set_value(1);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Answer.get();
}

class Connection {
public:
  void open() {
    Worker = std::jthread([this] { run(); });
    Opened.wait();
  }

private:
  void run() {
    if (!ready())
      return;
    Opened.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  }
  std::latch Opened{1};
  std::jthread Worker;
};

// Stays silent.

void everyPath() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    if (!ready()) {
      Done.count_down();
      return;
    }
    work();
    Done.count_down();
  });
  Done.wait();
}

struct CountDown {
  std::latch &Signal;
  ~CountDown() { Signal.count_down(); }
};

void byADestructor(const std::string &Text) {
  std::latch Done(1);
  auto Worker = std::async(std::launch::async, [&] {
    CountDown AtEnd{Done};
    check(Text);
    if (!ready())
      return;
    work();
  });
  Done.wait();
  Worker.get();
}

void catchAll(const std::string &Text) {
  std::latch Done(1);
  auto Worker = std::async(std::launch::async, [&] {
    try {
      check(Text);
    } catch (...) {
      Done.count_down();
      throw;
    }
    Done.count_down();
  });
  Done.wait();
  Worker.get();
}

void onlyAnExceptionThatEndsTheProgram(const std::string &Text) {
  std::latch Done(1);
  std::jthread Worker([&] {
    check(Text);
    Done.count_down();
  });
  Done.wait();
}

void nobodyWaits() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    if (ready())
      Done.count_down();
  });
}

void waitsWithADeadline() {
  std::binary_semaphore Ended(0);
  std::jthread Worker([&Ended] {
    if (ready())
      Ended.release();
  });
  (void)Ended.try_acquire_for(std::chrono::seconds(1));
}

void promiseThatDies() {
  std::promise<int> Result;
  std::future<int> Answer = Result.get_future();
  std::jthread Worker([Given = std::move(Result)]() mutable {
    if (ready())
      Given.set_value(1);
  });
  Answer.get();
}

void promiseInAnArgument() {
  std::promise<int> Result;
  std::future<int> Answer = Result.get_future();
  std::jthread Worker(
      [](std::promise<int> Given) {
        if (ready())
          Given.set_value(1);
      },
      std::move(Result));
  Answer.get();
}

void dropped(int Parts) {
  std::barrier<> All(Parts + 1);
  std::vector<std::jthread> Workers;
  for (int Part = 0; Part < Parts; ++Part)
    Workers.emplace_back([&All] {
      if (!ready()) {
        All.arrive_and_drop();
        return;
      }
      (void)All.arrive();
    });
  All.arrive_and_wait();
}

void ownPermit(std::counting_semaphore<> &Permits) {
  std::jthread Worker([&Permits] {
    if (!ready())
      return;
    Permits.acquire();
    work();
    Permits.release();
  });
  Permits.acquire();
}

void detachedIsAnothersToSay(std::latch &Done) {
  std::thread([&Done] {
    if (ready())
      Done.count_down();
  }).detach();
  Done.wait();
}

void inALoop(int Count) {
  std::latch Done(4);
  std::jthread Worker([&Done] {
    for (int I = 0; I < 4; ++I)
      Done.count_down();
  });
  Done.wait();
}

void tells(std::latch &Done) { Done.count_down(); }

void byAHelper() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    work();
    tells(Done);
  });
  Done.wait();
}

class Progress {
public:
  void step();
  void done();
};

void notACompletion(Progress &Bar) {
  std::jthread Worker([&Bar] {
    if (!ready())
      return;
    Bar.step();
    Bar.done();
  });
}
