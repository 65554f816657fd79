// RUN: %check %s joinery-detached-thread
// A detached task that signals its end to somebody who waits is tracked.

#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

bool readDisk(int Disk);
void index(int Disk);
int countFiles();

// Stays silent

void latchOfTheFrame() {
  std::latch Done(2);
  std::thread([&Done] {
    index(0);
    Done.count_down();
  }).detach();
  std::thread([&Done] {
    index(1);
    Done.count_down();
  }).detach();
  Done.wait();
}

void latchKeptAlive() {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done] {
    index(0);
    Done->count_down();
  }).detach();
  Done->wait();
}

static void indexAndSignal(int Disk, std::latch &Done) {
  index(Disk);
  Done.count_down();
}

void latchAsArgument() {
  std::latch Done(1);
  std::thread(indexAndSignal, 3, std::ref(Done)).detach();
  Done.wait();
}

void promise() {
  std::promise<void> Done;
  std::future<void> Finished = Done.get_future();
  std::thread([Done = std::move(Done)]() mutable {
    index(0);
    Done.set_value();
  }).detach();
  Finished.wait();
}

int promiseWithDeadline() {
  auto Done = std::make_shared<std::promise<int>>();
  std::future<int> Count = Done->get_future();
  std::thread([Done] { Done->set_value(countFiles()); }).detach();
  if (Count.wait_for(std::chrono::seconds(2)) != std::future_status::ready)
    return -1;
  return Count.get();
}

int packagedTask() {
  std::packaged_task<int()> Task(countFiles);
  std::future<int> Count = Task.get_future();
  std::thread(std::move(Task)).detach();
  return Count.get();
}

void semaphoreAsSignal() {
  std::binary_semaphore Done(0);
  std::thread([&Done] {
    index(0);
    Done.release();
  }).detach();
  Done.acquire();
}

std::barrier Phase(2);

void barrierOfTheProgram() {
  std::thread([] {
    index(0);
    (void)Phase.arrive();
  }).detach();
  Phase.arrive_and_wait();
}

std::latch AllIndexed(1);

void signalsGlobal() {
  std::thread([] {
    index(0);
    AllIndexed.count_down();
  }).detach();
}

void waitsForGlobal() { AllIndexed.wait(); }

void signalsOnBothBranches(int Disk) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Disk] {
    if (!readDisk(Disk)) {
      Done->count_down();
      return;
    }
    index(Disk);
    Done->count_down();
  }).detach();
  Done->wait();
}

// The exception ends the program; the normal paths all signal.
void throwsBeforeTheSignal(int Disk) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Disk] {
    if (!readDisk(Disk))
      throw std::runtime_error("no disk");
    Done->count_down();
  }).detach();
  Done->wait();
}

class CountDownGuard {
public:
  explicit CountDownGuard(std::latch &Latch) : Latch(Latch) {}
  ~CountDownGuard() { Latch.count_down(); }
  CountDownGuard(const CountDownGuard &) = delete;
  CountDownGuard &operator=(const CountDownGuard &) = delete;

private:
  std::latch &Latch;
};

void guardSignalsOnEveryPath(int Disk) {
  std::latch Done(1);
  std::thread([&Done, Disk] {
    CountDownGuard Guard(Done);
    if (!readDisk(Disk))
      return;
    index(Disk);
  }).detach();
  Done.wait();
}
