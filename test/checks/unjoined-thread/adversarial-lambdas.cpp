// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: lambdas that start, carry and join threads.

#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void runJob(int Id);
bool readConfig();
void onExit(std::function<void()> Action);

void joinsWhenCalled() {
  std::thread Worker(runJob, 1);
  auto Join = [&] { Worker.join(); };
  if (readConfig()) {
    Join();
    return;
  }
  Join();
}

void calledInPlace() {
  std::thread Worker(runJob, 1);
  bool Joined = [&] {
    Worker.join();
    return true;
  }();
  (void)Joined;
}

void startsAndHands() {
  auto Start = [](int Id) { return std::thread(runJob, Id); };
  std::thread Worker = Start(1);
  Worker.join();
  Start(2).join();
}

void fillsTheVector() {
  std::vector<std::thread> Workers;
  auto Start = [&Workers](int Id) { Workers.emplace_back(runJob, Id); };
  Start(1);
  Start(2);
  for (auto &Worker : Workers)
    Worker.join();
}

std::function<void()> carriesAway() {
  auto Worker = std::make_shared<std::thread>(runJob, 1);
  return [Worker] {
    if (Worker->joinable())
      Worker->join();
  };
}

void handsToUnseen() {
  static std::thread Worker;
  Worker = std::thread(runJob, 1);
  onExit([] { Worker.join(); });
}

// One task waits for the other.
void joinedByAnotherTask() {
  std::thread First(runJob, 1);
  std::thread Second([First = std::move(First)]() mutable {
    First.join();
    runJob(2);
  });
  Second.join();
}

void recursiveLambda() {
  auto Spawn = [](auto &&Self, int Depth) -> void {
    if (Depth == 0)
      return;
    std::thread Worker(runJob, Depth);
    Self(Self, Depth - 1);
    Worker.join();
  };
  Spawn(Spawn, 3);
}

void throughFunction() {
  std::thread Worker(runJob, 1);
  std::function<void()> Join = [&Worker] { Worker.join(); };
  readConfig();
  Join();
}

void invoked() {
  std::thread Worker(runJob, 1);
  std::invoke(&std::thread::join, Worker);
}

void memberPointer() {
  std::thread Worker(runJob, 1);
  auto Join = &std::thread::join;
  (Worker.*Join)();
}

void bound() {
  std::thread Worker(runJob, 1);
  auto Join = std::bind(&std::thread::join, &Worker);
  Join();
}
