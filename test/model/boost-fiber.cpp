// REQUIRES: boost
// RUN: %prove-model Boost.Fiber %s

// Names every type, member and function that libraries/boost-fiber.yaml models.

#include <boost/fiber/all.hpp>

using Clock = std::chrono::steady_clock;
std::chrono::milliseconds Short(1);
void work();

void fibers() {
  boost::fibers::fiber Fiber(boost::fibers::launch::post, work), Other;
  boost::fibers::fiber Plain(work);
  boost::fibers::fiber Sized(std::allocator_arg,
                             boost::fibers::fixedsize_stack(), work);
  Fiber.join();
  Fiber.detach();
  (void)Fiber.joinable();
  Fiber.swap(Other);
  boost::this_fiber::sleep_for(Short);
  boost::this_fiber::sleep_until(Clock::now());
  (void)boost::this_fiber::get_id();
}

template <typename Channel> void useChannel(Channel &C) {
  int Value;
  C.push(1);
  C.push_wait_for(1, Short);
  C.push_wait_until(1, Clock::now());
  C.pop(Value);
  C.value_pop();
  C.pop_wait_for(Value, Short);
  C.pop_wait_until(Value, Clock::now());
  C.close();
  (void)C.is_closed();
}

void channels() {
  boost::fibers::buffered_channel<int> Buffered(2);
  boost::fibers::unbuffered_channel<int> Unbuffered;
  useChannel(Buffered);
  useChannel(Unbuffered);
  int Value;
  Buffered.try_push(1);
  Buffered.try_pop(Value);
}

template <typename Future> void useFuture(Future &F) {
  F.wait();
  (void)F.wait_for(Short);
  (void)F.wait_until(Clock::now());
  (void)F.valid();
  F.get();
}

void futures() {
  boost::fibers::future<void> Future =
      boost::fibers::async(boost::fibers::launch::post, work);
  useFuture(Future);
  boost::fibers::shared_future<void> Shared = Future.share();
  useFuture(Shared);
  boost::fibers::promise<int> Promise, OtherPromise;
  Promise.set_value(1);
  Promise.set_exception(nullptr);
  (void)Promise.get_future();
  Promise.swap(OtherPromise);
  boost::fibers::packaged_task<void()> Task(work), OtherTask;
  Task();
  (void)Task.get_future();
  (void)Task.valid();
  Task.reset();
  Task.swap(OtherTask);
}

template <typename Condition> void useCondition(Condition &C) {
  boost::fibers::mutex Mutex;
  std::unique_lock<boost::fibers::mutex> Lock(Mutex);
  C.notify_one();
  C.notify_all();
  C.wait(Lock);
  C.wait_for(Lock, Short);
  C.wait_until(Lock, Clock::now());
}

void coordination() {
  boost::fibers::barrier Barrier(1);
  Barrier.wait();
  boost::fibers::condition_variable Condition;
  boost::fibers::condition_variable_any AnyCondition;
  useCondition(Condition);
  useCondition(AnyCondition);
  boost::fibers::mutex Mutex;
  boost::fibers::timed_mutex Timed;
  boost::fibers::recursive_mutex Recursive;
  boost::fibers::recursive_timed_mutex RecursiveTimed;
}
