// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// What "unbuffered" means differs from library to library, and a send after
// the receiver has left may well be fine.
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <boost/thread/concurrent_queues/sync_queue.hpp>

#include <chrono>
#include <condition_variable>
#include <latch>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Direct = boost::fibers::unbuffered_channel<int>;
using Buffered = boost::fibers::buffered_channel<int>;

int compute(int part);
bool wanted();

int hasRoomForOne() {
  Buffered results(2);
  std::jthread worker([&] { results.push(compute(1)); });
  int result = 0;
  results.pop_wait_for(result, 1s);
  return result;
}

int drainsOnTheTimeout() {
  Direct results;
  std::jthread worker([&] { results.push(compute(1)); });
  int result = 0;
  if (results.pop_wait_for(result, 1s) == channel_op_status::timeout)
    results.pop(result);
  return result;
}

int closesOnTheTimeout() {
  Direct results;
  std::jthread worker([&] { results.push(compute(1)); });
  int result = 0;
  if (results.pop_wait_for(result, 1s) == channel_op_status::timeout)
    results.close();
  return result;
}

int sendsWithADeadline() {
  Direct results;
  std::jthread worker([&] { results.push_wait_for(compute(1), 2s); });
  int result = 0;
  results.pop_wait_for(result, 1s);
  return result;
}

int triesToSend() {
  Buffered results(2);
  std::vector<std::jthread> workers;
  for (int i = 0; i < 8; ++i)
    workers.emplace_back([&results, i] { results.try_push(compute(i)); });
  return results.value_pop();
}

int neverBlocksOnAnUnboundedQueue() {
  boost::concurrent::sync_queue<int> results;
  std::vector<std::jthread> workers;
  for (int i = 0; i < 8; ++i)
    workers.emplace_back([&results, i] { results.push(compute(i)); });
  return results.pull();
}

bool neverBlocksOnAnAsioChannel(asio::thread_pool &pool) {
  using Channel =
      asio::experimental::concurrent_channel<void(asio::error_code, int)>;
  auto results = std::make_shared<Channel>(pool);
  asio::post(pool, [results] {
    results->async_send(asio::error_code(), compute(1),
                        [](asio::error_code) {});
  });
  return wanted();
}

class WaitGroup {
public:
  void add(int count) {
    std::lock_guard lock(mutex_);
    count_ += count;
  }
  void done() {
    std::lock_guard lock(mutex_);
    if (--count_ == 0)
      zero_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    zero_.wait(lock, [this] { return count_ == 0; });
  }

private:
  std::mutex mutex_;
  std::condition_variable zero_;
  int count_ = 0;
};

void countsInAnotherFunction(WaitGroup &group) {
  compute(1);
  group.done();
}

void countsThroughACallee() {
  WaitGroup group;
  group.add(1);
  std::thread([&group] { countsInAnotherFunction(group); }).detach();
  group.wait();
}

void countsTheParentFirst() {
  auto group = std::make_shared<WaitGroup>();
  group->add(1);
  for (int i = 0; i < 3; ++i) {
    group->add(1);
    std::thread([group, i] {
      compute(i);
      group->done();
    }).detach();
  }
  group->done();
  group->wait();
}

void countsDownInALoop() {
  std::latch parts(3);
  std::jthread worker([&parts] {
    for (int i = 0; i < 3; ++i) {
      compute(i);
      parts.count_down();
    }
  });
  parts.wait();
}
