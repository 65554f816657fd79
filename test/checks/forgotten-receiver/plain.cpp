// RUN: %check %s joinery-forgotten-receiver
// Receives and waits that nothing ends.

#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <vector>

using Channel = boost::fibers::buffered_channel<int>;
using boost::fibers::channel_op_status;

void work();
void use(int Value);
bool early();
void give(std::condition_variable &Waiting);
void give(Channel &Numbers);

// Reports.

void nobodySends() {
  Channel Numbers(2);
  std::jthread Receiver([&Numbers] {
    int Value;
    Numbers.pop(Value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this receive on 'Numbers' can never end: no code sends {{.*}} [joinery-forgotten-receiver]
  });
}

void nobodyCloses() {
  Channel Numbers(2);
  std::jthread Receiver([&Numbers] {
    int Value;
    while (Numbers.pop(Value) == channel_op_status::success)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
      use(Value);
  });
  Numbers.push(1);
}

void nobodyClosesTheRange() {
  Channel Numbers(2);
  std::jthread Receiver([&Numbers] {
    for (int Value : Numbers)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
      use(Value);
  });
  Numbers.push(1);
}

void nobodyCountsDown() {
  std::latch Done(2);
  std::jthread Worker([] { work(); });
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this wait on 'Done' can never end: no code counts {{.*}} [joinery-forgotten-receiver]
}

void nobodyReleases() {
  std::binary_semaphore Ended(0);
  std::jthread Worker([] { work(); });
  Ended.acquire();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void nobodyFulfils() {
  std::promise<int> Result;
  std::future<int> Answer = Result.get_future();
  std::jthread Worker([] { work(); });
  use(Answer.get());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

class NobodyNotifies {
public:
  void add(int Value) {
    std::lock_guard Lock(Guard);
    Values.push_back(Value);
  }
  int take() {
    std::unique_lock Lock(Guard);
    Added.wait(Lock, [this] { return !Values.empty(); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    int Value = Values.back();
    Values.pop_back();
    return Value;
  }

private:
  std::mutex Guard;
  std::condition_variable Added;
  std::vector<int> Values;
};

void onOnePath() {
  std::latch Done(1);
  std::jthread Worker;
  if (early())
    Worker = std::jthread([&Done] { Done.count_down(); });
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

// Stays silent.

void somebodySends() {
  Channel Numbers(2);
  std::jthread Receiver([&Numbers] {
    int Value;
    Numbers.pop(Value);
  });
  Numbers.push(1);
}

void somebodyCloses() {
  Channel Numbers(2);
  std::jthread Receiver([&Numbers] {
    for (int Value : Numbers)
      use(Value);
  });
  Numbers.push(1);
  Numbers.close();
}

void givenAway() {
  Channel Numbers(2);
  std::jthread Receiver([&Numbers] {
    int Value;
    Numbers.pop(Value);
  });
  give(Numbers);
}

void countedDown() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    work();
    Done.count_down();
  });
  Done.wait();
}

void countDown(std::latch &Done) { Done.count_down(); }

void byAFunction() {
  std::latch Done(1);
  std::jthread Worker(countDown, std::ref(Done));
  Done.wait();
}

void inALoop() {
  std::latch Done(3);
  std::vector<std::jthread> Workers;
  for (int I = 0; I < 3; ++I)
    Workers.emplace_back([&Done] { Done.count_down(); });
  Done.wait();
}

void permits() {
  std::counting_semaphore<4> Permits{4};
  Permits.acquire();
  work();
}

void zero() {
  std::latch Done(0);
  Done.wait();
}

void deadline() {
  std::binary_semaphore Ended(0);
  (void)Ended.try_acquire_for(std::chrono::seconds(1));
}

void promiseThatDies() {
  std::future<int> Answer;
  {
    std::promise<int> Result;
    Answer = Result.get_future();
  }
  try {
    use(Answer.get());
  } catch (const std::future_error &) {
  }
}

void promiseGivenAway() {
  std::promise<int> Result;
  std::future<int> Answer = Result.get_future();
  std::jthread Worker([Given = std::move(Result)]() mutable {
    Given.set_value(1);
  });
  use(Answer.get());
}

void asyncFuture() {
  std::future<void> Done = std::async(std::launch::async, work);
  Done.get();
}

class Notifies {
public:
  void add(int Value) {
    {
      std::lock_guard Lock(Guard);
      Values.push_back(Value);
    }
    wake();
  }
  void take() {
    std::unique_lock Lock(Guard);
    Added.wait(Lock, [this] { return !Values.empty(); });
  }

private:
  void wake() { Added.notify_one(); }
  std::mutex Guard;
  std::condition_variable Added;
  std::vector<int> Values;
};

class GivenToOthers {
public:
  void add() { give(Added); }
  void take() {
    std::unique_lock Lock(Guard);
    Added.wait(Lock);
  }

private:
  std::mutex Guard;
  std::condition_variable Added;
};

class SeenInPart {
public:
  void add();
  void take() {
    std::unique_lock Lock(Guard);
    Added.wait(Lock);
  }

private:
  std::mutex Guard;
  std::condition_variable Added;
};

class Derived {
public:
  virtual ~Derived() = default;
  void take() {
    std::unique_lock Lock(Guard);
    Added.wait(Lock);
  }

protected:
  std::mutex Guard;
  std::condition_variable Added;
};

class WithAFriend {
public:
  void take() {
    std::unique_lock Lock(Guard);
    Added.wait(Lock);
  }

private:
  friend class Waker;
  std::mutex Guard;
  std::condition_variable Added;
};

class Stoppable {
public:
  Stoppable() : Worker([this](std::stop_token Stop) {
    std::unique_lock Lock(Guard);
    Added.wait(Lock, Stop, [] { return false; });
  }) {}

private:
  std::mutex Guard;
  std::condition_variable_any Added;
  std::jthread Worker;
};

class WokenByACallback {
public:
  WokenByACallback() : Worker([this](std::stop_token Stop) {
    std::stop_callback Wake(Stop, [this] { Added.notify_all(); });
    std::unique_lock Lock(Guard);
    Added.wait(Lock, [&] { return Stop.stop_requested(); });
  }) {}

private:
  std::mutex Guard;
  std::condition_variable Added;
  std::jthread Worker;
};

void onEveryPath(bool Quick) {
  std::latch Done(1);
  std::jthread Worker;
  if (Quick)
    Done.count_down();
  else
    Worker = std::jthread([&Done] { Done.count_down(); });
  Done.wait();
}

void correlated(bool Wanted) {
  std::latch Done(1);
  std::jthread Worker;
  if (Wanted)
    Worker = std::jthread([&Done] { Done.count_down(); });
  work();
  if (Wanted)
    Done.wait();
}

void parameter(std::latch &Done) { Done.wait(); }
