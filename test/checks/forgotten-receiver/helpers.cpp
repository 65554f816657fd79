// RUN: %check %s joinery-forgotten-receiver,joinery-join-before-stop
// Tasks that a helper starts do what the caller waits for.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

void work();

// Reports.

void workLater(std::latch &) { std::thread(work).detach(); }

void theHelperForgetsIt() {
  std::latch Done(1);
  workLater(Done);
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
}

// Stays silent.

void countLater(std::latch &Done) {
  std::thread([&Done] {
    work();
    Done.count_down();
  }).detach();
}

void countedByReference() {
  std::latch Done(1);
  countLater(Done);
  Done.wait();
}

void finish(std::latch *Done) { Done->count_down(); }

void countByPointerLater(std::latch *Done) {
  std::thread(finish, Done).detach();
}

void countedByPointer() {
  std::latch Done(1);
  countByPointerLater(&Done);
  Done.wait();
}

void countThroughAnother(std::latch &Done) { countByPointerLater(&Done); }

void countedThroughTwo() {
  std::latch Done(1);
  countThroughAnother(Done);
  Done.wait();
}

template <typename Function>
void runAll(std::vector<std::jthread> &Workers, std::latch &Done,
            Function Job) {
  for (int I = 0; I < 3; ++I)
    Workers.emplace_back([&Done, Job] {
      Job();
      Done.count_down();
    });
}

void countedByATemplate() {
  std::latch Done(3);
  std::vector<std::jthread> Workers;
  runAll(Workers, Done, [] { work(); });
  Done.wait();
}

void answerLater(std::shared_ptr<std::promise<int>> Answer) {
  std::thread([Answer] { Answer->set_value(42); }).detach();
}

int answered() {
  auto Answer = std::make_shared<std::promise<int>>();
  auto Future = Answer->get_future();
  answerLater(Answer);
  return Future.get();
}

void notifyLater(std::mutex &Mutex, std::condition_variable &Changed,
                 bool &Done) {
  std::thread([&] {
    std::lock_guard<std::mutex> Lock(Mutex);
    Done = true;
    Changed.notify_all();
  }).detach();
}

void notified() {
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Done = false;
  notifyLater(Mutex, Changed, Done);
  std::unique_lock<std::mutex> Lock(Mutex);
  Changed.wait(Lock, [&] { return Done; });
}

class Batch {
public:
  void run() {
    countLater(Done);
    Done.wait();
  }

private:
  std::latch Done{1};
};

void stopLater(std::atomic<bool> &Stop) {
  std::thread([&Stop] {
    work();
    Stop = true;
  }).detach();
}

void stopped() {
  std::atomic<bool> Stop{false};
  std::thread Worker([&Stop] {
    while (!Stop)
      work();
  });
  stopLater(Stop);
  Worker.join();
}
