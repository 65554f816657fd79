// REQUIRES: boost
// RUN: %prove-model "Boost.Thread except boost::future \
// RUN:   boost::executors::basic_thread_pool" %s
// RUN: %prove-model "Boost.Thread except boost::unique_future \
// RUN:   boost::thread::timed_join boost::this_thread::sleep \
// RUN:   boost::condition_variable::timed_wait \
// RUN:   boost::condition_variable_any::timed_wait" \
// RUN:   -DBOOST_THREAD_VERSION=4 -fdelayed-template-parsing %s

// Names every type, member and function that libraries/boost-thread.yaml
// models, once with the default version of the interface and once with the
// newest. The header of the executors has templates with mistakes, which nobody
// sees who does not use them if they are parsed late.

#if BOOST_THREAD_VERSION == 4
#define BOOST_THREAD_PROVIDES_EXECUTORS
#endif
#define BOOST_THREAD_PROVIDES_SIGNATURE_PACKAGED_TASK
#include <boost/bind/bind.hpp>
#include <boost/make_shared.hpp>
#include <boost/mem_fn.hpp>
#include <boost/ref.hpp>
#include <boost/thread.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <boost/thread/concurrent_queues/sync_queue.hpp>
#include <boost/thread/executors/basic_thread_pool.hpp>
#include <boost/thread/future.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/scoped_thread.hpp>

void work();
using Clock = boost::chrono::steady_clock;
boost::chrono::milliseconds Short(1);

template <typename Thread> void useThread(Thread &T, Thread &Other) {
  T.join();
  (void)T.try_join_for(Short);
  (void)T.try_join_until(Clock::now());
  T.detach();
  (void)T.joinable();
  T.swap(Other);
  (void)T.native_handle();
  T.interrupt();
}

void threads() {
  boost::thread_attributes Attributes;
  boost::thread Thread(work), Other;
#if BOOST_THREAD_VERSION == 2
  boost::thread WithAttributes(Attributes, work);
#endif
  useThread(Thread, Other);
#if BOOST_THREAD_VERSION == 2
  (void)Thread.timed_join(boost::get_system_time());
  boost::this_thread::sleep(boost::get_system_time());
#endif
  boost::scoped_thread<> Scoped(work), OtherScoped;
  useThread(Scoped, OtherScoped);
  boost::strict_scoped_thread<> Strict(work);

  boost::thread_group Group;
  Group.create_thread(work);
  Group.join_all();
  Group.add_thread(&Thread);
  Group.remove_thread(&Thread);
  Group.interrupt_all();

  boost::this_thread::sleep_for(Short);
  boost::this_thread::sleep_until(Clock::now());
  boost::this_thread::interruption_point();
  (void)boost::this_thread::interruption_requested();
  (void)boost::this_thread::get_id();
}

void futures() {
  boost::BOOST_THREAD_FUTURE<void> Future =
      boost::async(boost::launch::async, work);
  Future.wait();
  (void)Future.wait_for(Short);
  (void)Future.wait_until(Clock::now());
  (void)Future.valid();
  Future.swap(Future);
  Future.get();
  boost::shared_future<void> Shared = Future.share();
  Shared.wait();
  (void)Shared.wait_for(Short);
  (void)Shared.wait_until(Clock::now());
  (void)Shared.valid();
  Shared.swap(Shared);
  Shared.get();

  boost::promise<int> Promise;
  Promise.set_value(1);
  Promise.set_exception(boost::exception_ptr());
  Promise.set_value_at_thread_exit(1);
  Promise.set_exception_at_thread_exit(boost::exception_ptr());
  (void)Promise.get_future();
  Promise.swap(Promise);

  boost::packaged_task<void()> Task(work);
  Task();
  Task.make_ready_at_thread_exit();
  (void)Task.get_future();
  (void)Task.valid();
  Task.reset();
  Task.swap(Task);
}

template <typename Condition> void useCondition(Condition &C) {
  boost::mutex Mutex;
  boost::unique_lock<boost::mutex> Lock(Mutex);
  C.notify_one();
  C.notify_all();
  C.wait(Lock);
  C.wait_for(Lock, Short);
  C.wait_until(Lock, Clock::now());
#if BOOST_THREAD_VERSION == 2
  C.timed_wait(Lock, boost::get_system_time());
#endif
}

void coordination() {
  boost::latch Latch(1);
  Latch.count_down();
  (void)Latch.try_count_down();
  Latch.signal();
  Latch.count_down_and_wait();
  Latch.sync();
  Latch.wait();
  (void)Latch.try_wait();
  (void)Latch.wait_for(Short);
  (void)Latch.wait_until(Clock::now());
  boost::barrier Barrier(1);
  Barrier.wait();
  Barrier.count_down_and_wait();
  boost::condition_variable Condition;
  boost::condition_variable_any AnyCondition;
  useCondition(Condition);
  useCondition(AnyCondition);

  boost::mutex Mutex;
  boost::recursive_mutex Recursive;
  boost::timed_mutex Timed;
  boost::recursive_timed_mutex RecursiveTimed;
  boost::shared_mutex SharedMutex;
  boost::lock_guard<boost::mutex> Guard(Mutex);
  boost::shared_lock<boost::shared_mutex> Lock(SharedMutex);
  boost::notify_all_at_thread_exit(Condition,
                                   boost::unique_lock<boost::mutex>(Mutex));
}

void queues() {
  boost::concurrent::sync_bounded_queue<int> Bounded(1);
  int Value;
  Bounded.push_back(1);
  Bounded.wait_push_back(1);
  Bounded.try_push_back(1);
  Bounded.nonblocking_push_back(1);
  Bounded.pull_front(Value);
  Bounded.wait_pull_front(Value);
  Bounded.try_pull_front(Value);
  Bounded.nonblocking_pull_front(Value);
  Bounded.push(1);
  Bounded.try_push(1);
  Bounded.pull(Value);
  Bounded.ptr_pull();
  Bounded.try_pull(Value);
  Bounded.close();
  (void)Bounded.closed();

  boost::concurrent::sync_queue<int> Queue;
  Queue.push(1);
  Queue.wait_push(1);
  Queue.try_push(1);
  Queue.nonblocking_push(1);
  Queue.pull(Value);
  Queue.wait_pull(Value);
  Queue.try_pull(Value);
  Queue.nonblocking_pull(Value);
  Queue.close();
  (void)Queue.closed();

#if BOOST_THREAD_VERSION == 4
  boost::executors::basic_thread_pool Pool(1);
  Pool.submit(work);
  Pool.close();
  (void)Pool.closed();
  Pool.join();
#endif
}

struct Object {
  void run(int);
};

void callables(Object &O) {
  boost::reference_wrapper<Object> Wrapper = boost::ref(O);
  (void)Wrapper.get();
  (void)static_cast<Object &>(Wrapper);
  (void)boost::cref(O);
  (void)boost::bind(&Object::run, &O, 1);
  (void)boost::mem_fn(&Object::run);
  (void)boost::make_shared<int>(1);
}
