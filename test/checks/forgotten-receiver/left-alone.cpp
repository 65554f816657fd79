// RUN: %check %s joinery-forgotten-receiver
// Waits that only some paths end: of the waiter itself, and of the function
// that started a waiting task.

#include <cstdlib>
#include <exception>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

void work();
void use(int Value);
void give(std::function<void()> Callback);

// Reports.

void countsDownSometimes(bool Open) {
  std::latch Gate(1);
  if (Open)
    Gate.count_down();
  Gate.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
}

int fulfilsSometimes(bool Known) {
  std::promise<int> Answer;
  std::future<int> Future = Answer.get_future();
  if (Known)
    Answer.set_value(42);
  return Future.get();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
}

void returnsBeforeTheGateOpens(bool Cancelled) {
  std::latch Gate(1);
  std::jthread Worker([&] {
    Gate.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-receiver]
    work();
  });
  if (Cancelled)
    return;
  Gate.count_down();
}

void opensSometimesAndJoins(bool Open) {
  std::latch Gate(1);
  std::thread Worker([&] {
    Gate.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-receiver]
    work();
  });
  if (Open)
    Gate.count_down();
  Worker.join();
}

void returnsBeforeTheRelease(bool Cancelled) {
  std::binary_semaphore Go(0);
  std::jthread Worker([&] {
    Go.acquire();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-receiver]
    work();
  });
  if (Cancelled)
    return;
  Go.release();
}

void returnsBeforeThePromise(bool Cancelled) {
  std::promise<int> Answer;
  auto Future = Answer.get_future();
  std::jthread Worker([&] {
    use(Future.get());
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-receiver]
  });
  if (Cancelled)
    return;
  Answer.set_value(42);
}

void returnsBeforeThePromiseOfAMovedFuture(bool Cancelled) {
  std::promise<void> Go;
  auto Future = Go.get_future();
  std::jthread Worker([Future = std::move(Future)]() mutable {
    Future.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-receiver]
    work();
  });
  if (Cancelled)
    return;
  Go.set_value();
}

void asyncLeftAlone(bool Cancelled) {
  std::latch Gate(1);
  auto Done = std::async(std::launch::async, [&] {
    Gate.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-receiver]
    work();
  });
  if (Cancelled)
    return;
  Gate.count_down();
}

// Stays silent.

void onEitherBranch(bool Open) {
  std::latch Gate(2);
  if (Open)
    Gate.count_down();
  else
    Gate.count_down();
  std::jthread Worker([&] { Gate.count_down(); });
  Gate.wait();
}

void valueOrException(bool Known) {
  std::promise<int> Answer;
  auto Future = Answer.get_future();
  if (Known)
    Answer.set_value(42);
  else
    Answer.set_exception(std::make_exception_ptr(1));
  use(Future.get());
}

void asksAgain(bool Known) {
  std::promise<int> Answer;
  auto Future = Answer.get_future();
  if (Known)
    Answer.set_value(42);
  if (Known)
    use(Future.get());
}

void foundInALoop(const std::vector<int> &Values) {
  std::latch Found(1);
  for (int Value : Values)
    if (Value == 3) {
      Found.count_down();
      break;
    }
  Found.wait();
}

void aPermitIsThere() {
  std::binary_semaphore Free(1);
  Free.acquire();
  work();
  Free.release();
}

void releaseLater(std::binary_semaphore &Done) {
  std::thread([&Done] {
    work();
    Done.release();
  }).detach();
}

void aHelperStartsWhoReleases() {
  std::binary_semaphore Done(0);
  releaseLater(Done);
  Done.acquire();
  Done.release();
}

void aLambdaStartsWhoReleases() {
  std::binary_semaphore Done(0);
  auto Start = [&] {
    std::thread([&] {
      work();
      Done.release();
    }).detach();
  };
  Start();
  Done.acquire();
  Done.release();
}

void unseenCodeReleases() {
  std::binary_semaphore Done(0);
  give([&Done] { Done.release(); });
  Done.acquire();
  Done.release();
}

void opensOnEveryPath(bool Quick) {
  std::latch Gate(1);
  std::jthread Worker([&] { Gate.wait(); });
  Gate.count_down();
  if (Quick)
    return;
  work();
}

struct Opener {
  std::latch &Gate;
  ~Opener() { Gate.count_down(); }
};

void opensByAGuard(bool Quick) {
  std::latch Gate(1);
  std::jthread Worker([&] { Gate.wait(); });
  Opener Guard{Gate};
  if (Quick)
    return;
  work();
}

void opensThroughAHelper(bool Quick) {
  std::latch Gate(1);
  auto Open = [&] { Gate.count_down(); };
  std::jthread Worker([&] { Gate.wait(); });
  if (Quick) {
    Open();
    return;
  }
  work();
  Open();
}

void anotherTaskReleases(bool Quick) {
  std::binary_semaphore Go(0);
  std::jthread Waiter([&] { Go.acquire(); });
  std::jthread Releaser([&] { Go.release(); });
  if (Quick)
    return;
  work();
}

void aBrokenPromiseWakes(bool Cancelled) {
  std::jthread Worker;
  auto Go = std::make_unique<std::promise<void>>();
  auto Future = Go->get_future();
  Worker = std::jthread([&Future] { Future.wait(); });
  if (Cancelled)
    return;
  Go->set_value();
}

void theProgramIsCutOff(bool Broken) {
  std::latch Gate(1);
  std::jthread Worker([&] { Gate.wait(); });
  if (Broken)
    std::abort();
  Gate.count_down();
}

void startedOnThatPathAlone(bool Wanted) {
  std::latch Gate(1);
  std::jthread Worker;
  if (Wanted)
    Worker = std::jthread([&] { Gate.wait(); });
  if (Wanted)
    Gate.count_down();
}

void aStopWakes(bool Cancelled) {
  std::binary_semaphore Go(0);
  std::jthread Worker([&](std::stop_token Stop) {
    std::stop_callback Wake(Stop, [&] { Go.release(); });
    Go.acquire();
  });
  if (Cancelled)
    return;
  Go.release();
}

void startedByAHelperAlone() {
  std::binary_semaphore Done(0);
  releaseLater(Done);
  Done.acquire();
}

void releaseByPointer(std::binary_semaphore *Done) {
  std::thread([Done] { Done->release(); }).detach();
}

void releaseThroughTwo(std::binary_semaphore &Done) { releaseByPointer(&Done); }

void startedByTwoHelpers() {
  std::binary_semaphore Done(0);
  releaseThroughTwo(Done);
  Done.acquire();
}

class Releaser {
public:
  explicit Releaser(std::binary_semaphore &Done) : Done(Done) {}
  void start() {
    std::thread([this] { Done.release(); }).detach();
  }

private:
  std::binary_semaphore &Done;
};

void startedByAnObject() {
  std::binary_semaphore Done(0);
  Releaser Other(Done);
  Other.start();
  Done.acquire();
}
