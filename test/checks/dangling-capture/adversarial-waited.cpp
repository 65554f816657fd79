// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: detached tasks with references into a frame that waits for them.
#include <array>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

int work(int part);
void idle();

int waitsOnALatch() {
  std::array<int, 4> results{};
  std::latch done(4);
  for (int i = 0; i < 4; ++i)
    std::thread([&results, &done, i] {
      results[i] = work(i);
      done.count_down();
    }).detach();
  idle();
  done.wait();
  return results[0] + results[3];
}

int waitsByArriving() {
  int result = 0;
  std::latch done(2);
  std::thread([&] {
    result = work(1);
    done.count_down();
  }).detach();
  done.arrive_and_wait();
  return result;
}

int waitsOnAPromisedValue() {
  std::string text = "part";
  std::promise<int> done;
  auto finished = done.get_future();
  std::thread([&text, done = std::move(done)]() mutable {
    done.set_value(work(static_cast<int>(text.size())));
  }).detach();
  return finished.get();
}

int waitsUntilReady() {
  int result = 0;
  std::promise<void> done;
  auto finished = done.get_future();
  std::thread([&result, done = std::move(done)]() mutable {
    result = work(1);
    done.set_value();
  }).detach();
  while (finished.wait_for(10ms) != std::future_status::ready)
    idle();
  return result;
}

int waitsOnAPackagedTask() {
  int input = 2;
  std::packaged_task<int()> task([&input] { return work(input); });
  auto finished = task.get_future();
  std::thread(std::move(task)).detach();
  return finished.get();
}

int waitsOnPermits() {
  int first = 0, second = 0;
  std::counting_semaphore<2> done(0);
  std::thread([&] {
    first = work(1);
    done.release();
  }).detach();
  std::thread([&] {
    second = work(2);
    done.release();
  }).detach();
  done.acquire();
  done.acquire();
  return first + second;
}

int waitsOnAnAtomic() {
  int result = 0;
  auto done = std::make_shared<std::atomic<bool>>(false);
  std::thread([&result, done] {
    result = work(1);
    done->store(true);
    done->notify_one();
  }).detach();
  done->wait(false);
  return result;
}

class CountDown {
public:
  explicit CountDown(std::latch &latch) : latch_(latch) {}
  ~CountDown() { latch_.count_down(); }
  CountDown(const CountDown &) = delete;
  CountDown &operator=(const CountDown &) = delete;

private:
  std::latch &latch_;
};

int waitsOnAGuard() {
  int result = 0;
  std::latch done(1);
  std::thread([&] {
    CountDown guard(done);
    result = work(1);
  }).detach();
  done.wait();
  return result;
}

class WaitAtEnd {
public:
  explicit WaitAtEnd(std::latch &latch) : latch_(latch) {}
  ~WaitAtEnd() { latch_.wait(); }
  WaitAtEnd(const WaitAtEnd &) = delete;
  WaitAtEnd &operator=(const WaitAtEnd &) = delete;

private:
  std::latch &latch_;
};

bool waitsByAGuardOfItsOwn(bool hurried) {
  int result = 0;
  std::latch done(1);
  WaitAtEnd wait(done);
  std::thread([&] {
    CountDown guard(done);
    result = work(1);
  }).detach();
  if (hurried)
    return false;
  idle();
  return true;
}
