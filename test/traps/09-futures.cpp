// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Futures that do not block, and blocking that is wanted.
#include <boost/thread/future.hpp>

#include <chrono>
#include <future>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

void flush();
int compute();
void idle();

void overlaps() {
  auto flushing = std::async(std::launch::async, flush);
  idle();
}

void waitsOnTheCall() { std::async(std::launch::async, flush).wait(); }

void getsOnTheCall() { std::async(std::launch::async, flush).get(); }

int givesUpOnAPromise() {
  std::promise<int> answer;
  auto pending = answer.get_future();
  std::jthread worker(
      [answer = std::move(answer)]() mutable { answer.set_value(compute()); });
  if (pending.wait_for(1s) != std::future_status::ready)
    return 0;
  return pending.get();
}

int givesUpOnAPackagedTask() {
  std::packaged_task<int()> task(compute);
  auto pending = task.get_future();
  std::jthread worker(std::move(task));
  if (pending.wait_for(1s) != std::future_status::ready)
    return 0;
  return pending.get();
}

std::shared_future<int> copiesASharedFuture() {
  auto pending = std::async(std::launch::async, compute).share();
  const std::shared_future<int> copy = pending;
  idle();
  return copy;
}

std::future<int> movesOut() {
  auto pending = std::async(std::launch::async, compute);
  auto other = std::move(pending);
  idle();
  return other;
}

int warnsAndWaits() {
  auto pending = std::async(std::launch::async, compute);
  if (pending.wait_for(1s) == std::future_status::timeout)
    idle();
  return pending.get();
}

int readsABoostPromise() {
  boost::promise<int> answer;
  auto pending = answer.get_future();
  boost::thread worker([&answer] { answer.set_value(compute()); });
  const int result = pending.get();
  worker.join();
  return result;
}
