// RUN: %prove-model Boost.Cobalt %s
// RUN: %prove-model bthread %s
// RUN: %prove-model marl %s
// RUN: %prove-model stdexec %s
// RUN: %prove-model Folly %s
// RUN: %prove-model HPX %s
// RUN: %prove-model concurrencpp %s
// RUN: %prove-model Taskflow %s
// RUN: %prove-model userver %s

// Libraries that Debian has no headers of. The declarations are cut down to
// what the models name.

#include <cstddef>
#include <cstdint>
#include <future>
#include <string>

void work();

namespace boost::cobalt {
template <typename T> struct channel {
  explicit channel(std::size_t Limit = 0);
  void close();
  int read();
  int write(T);
};
} // namespace boost::cobalt

void cobalt() {
  boost::cobalt::channel<int> Channel;
  Channel.write(1);
  Channel.read();
  Channel.close();
}

extern "C" {
typedef uint64_t bthread_t;
struct bthread_attr_t;
typedef struct {
} bthread_mutex_t;
typedef struct bthread_cond_t {
} bthread_cond_t;
typedef struct {
} bthread_sem_t;
typedef struct {
} bthread_barrier_t;
int bthread_start_urgent(bthread_t *, const bthread_attr_t *, void *(*)(void *),
                         void *);
int bthread_start_background(bthread_t *, const bthread_attr_t *,
                             void *(*)(void *), void *);
int bthread_join(bthread_t, void **);
int bthread_stop(bthread_t);
int bthread_interrupt(bthread_t);
int bthread_stopped(bthread_t);
bthread_t bthread_self();
void bthread_exit(void *);
int bthread_usleep(uint64_t);
int bthread_cond_wait(bthread_cond_t *, bthread_mutex_t *);
int bthread_cond_timedwait(bthread_cond_t *, bthread_mutex_t *, const void *);
int bthread_cond_signal(bthread_cond_t *);
int bthread_cond_broadcast(bthread_cond_t *);
int bthread_barrier_wait(bthread_barrier_t *);
int bthread_sem_post(bthread_sem_t *);
int bthread_sem_post_n(bthread_sem_t *, size_t);
int bthread_sem_init(bthread_sem_t *, unsigned);
int bthread_sem_wait(bthread_sem_t *);
int bthread_sem_trywait(bthread_sem_t *);
int bthread_sem_timedwait(bthread_sem_t *, const void *);
}

void *run(void *);

void brpc() {
  bthread_t Thread;
  bthread_start_urgent(&Thread, nullptr, run, nullptr);
  bthread_start_background(&Thread, nullptr, run, nullptr);
  bthread_join(Thread, nullptr);
  bthread_stop(Thread);
  bthread_interrupt(Thread);
  bthread_stopped(Thread);
  bthread_self();
  bthread_usleep(1);
  bthread_cond_t Condition;
  bthread_mutex_t Mutex;
  bthread_cond_wait(&Condition, &Mutex);
  bthread_cond_timedwait(&Condition, &Mutex, nullptr);
  bthread_cond_signal(&Condition);
  bthread_cond_broadcast(&Condition);
  bthread_barrier_t Barrier;
  bthread_barrier_wait(&Barrier);
  bthread_sem_t Semaphore;
  bthread_sem_post(&Semaphore);
  bthread_sem_post_n(&Semaphore, 1);
  bthread_sem_init(&Semaphore, 0);
  bthread_sem_wait(&Semaphore);
  bthread_sem_trywait(&Semaphore);
  bthread_sem_timedwait(&Semaphore, nullptr);
  bthread_exit(nullptr);
}

namespace marl {
class WaitGroup {
public:
  WaitGroup(unsigned Count = 0);
  void add(unsigned Count = 1) const;
  bool done() const;
  void wait() const;
};
class Event {
public:
  void signal() const;
  void wait() const;
  bool wait_for(int) const;
  bool wait_until(int) const;
  bool test() const;
  bool isSignalled() const;
};
class ConditionVariable {
public:
  void notify_one();
  void notify_all();
  void wait(int);
  bool wait_for(int);
  bool wait_until(int);
};
class Scheduler {
public:
  void enqueue(void (*)());
};
template <typename F> void schedule(F &&);
} // namespace marl

void marlTasks(marl::Event &Event, marl::Scheduler &Scheduler,
               marl::ConditionVariable &Condition) {
  marl::WaitGroup Group;
  Group.add();
  Group.done();
  Group.wait();
  Event.signal();
  Event.wait();
  Event.wait_for(1);
  Event.wait_until(1);
  Event.test();
  Event.isSignalled();
  Condition.notify_one();
  Condition.notify_all();
  Condition.wait(1);
  Condition.wait_for(1);
  Condition.wait_until(1);
  Scheduler.enqueue(work);
  marl::schedule(work);
}

namespace exec {
namespace __scope {
struct async_scope {
  template <typename Sender> void spawn(Sender &&);
  template <typename Sender> int spawn_future(Sender &&);
  auto on_empty() const { return 0; }
  int get_stop_source();
  int get_stop_token() const;
  bool request_stop();
};
} // namespace __scope
using __scope::async_scope;
} // namespace exec
namespace stdexec {
namespace __start_detached {
struct start_detached_t {
  template <typename Sender> void operator()(Sender &&) const;
};
} // namespace __start_detached
inline constexpr __start_detached::start_detached_t start_detached{};
} // namespace stdexec

void senders(exec::async_scope &Scope) {
  Scope.spawn(1);
  Scope.spawn_future(1);
  Scope.on_empty();
  Scope.get_stop_source();
  Scope.get_stop_token();
  Scope.request_stop();
  stdexec::start_detached(1);
}

namespace folly {
template <bool MayBlock = true> class Baton {
public:
  void post();
  void wait();
  bool try_wait();
  bool ready();
  bool try_wait_for(int);
  bool try_wait_until(int);
};
namespace coro {
class AsyncScope {
public:
  template <typename Awaitable> void add(Awaitable &&);
  int joinAsync();
  int cleanup();
};
} // namespace coro
} // namespace folly

void follyTasks(folly::Baton<> &Baton, folly::coro::AsyncScope &Scope) {
  Baton.post();
  Baton.wait();
  Baton.try_wait();
  Baton.ready();
  Baton.try_wait_for(1);
  Baton.try_wait_until(1);
  Scope.add(1);
  Scope.joinAsync();
  Scope.cleanup();
}

namespace hpx {
class thread {
public:
  thread();
  template <typename F> explicit thread(F &&);
  void join();
  void detach();
  bool joinable() const;
  void interrupt();
  void swap(thread &);
};
} // namespace hpx

void hpxTasks() {
  hpx::thread Thread(work), Other;
  Thread.join();
  Thread.detach();
  Thread.joinable();
  Thread.interrupt();
  Thread.swap(Other);
}

namespace concurrencpp {
template <typename T> class result {
public:
  T get();
  void wait();
  int wait_for(int);
  int wait_until(int);
};
template <typename T> class shared_result {
public:
  T &get();
  void wait();
  int wait_for(int);
  int wait_until(int);
};
template <typename T> class result_promise {
public:
  template <typename... Args> void set_result(Args &&...);
  void set_exception(std::exception_ptr);
  template <typename F> void set_from_function(F &&);
  result<T> get_result();
};
class executor {
public:
  virtual ~executor();
  virtual void shutdown() = 0;
  template <typename F> void post(F &&);
  template <typename F> auto submit(F &&) { return result<int>(); }
  template <typename F> void bulk_post(F);
};
template <typename Concrete> class derivable_executor : public executor {
public:
  template <typename F> void post(F &&);
  template <typename F> auto submit(F &&) { return result<int>(); }
  template <typename F> void bulk_post(F);
};
class thread_pool_executor final
    : public derivable_executor<thread_pool_executor> {
public:
  void shutdown() override;
};
} // namespace concurrencpp

void concurrencppTasks(concurrencpp::executor &Executor,
                       concurrencpp::thread_pool_executor &Pool) {
  Executor.post(work);
  Executor.bulk_post(work);
  Pool.post(work);
  Pool.bulk_post(work);
  Pool.shutdown();
  concurrencpp::result<int> Result = Executor.submit(work);
  Result.wait();
  Result.wait_for(1);
  Result.wait_until(1);
  Result.get();
  Pool.submit(work);
  concurrencpp::shared_result<int> Shared;
  Shared.wait();
  Shared.wait_for(1);
  Shared.wait_until(1);
  Shared.get();
  concurrencpp::result_promise<int> Promise;
  Promise.get_result();
  Promise.set_result(1);
  Promise.set_exception(nullptr);
  Promise.set_from_function(work);
}

namespace tf {
struct TaskParams {};
struct DefaultTaskParams {};
class AsyncTask {};
class Taskflow {};
template <typename T> class Future : public std::future<T> {
public:
  bool cancel();
};
class Executor {
public:
  Future<void> run(Taskflow &);
  template <typename F> auto async(F &&) { return std::future<int>(); }
  template <typename P, typename F> auto async(P &&, F &&) {
    return std::future<int>();
  }
  template <typename F> void silent_async(F &&);
  template <typename P, typename F> void silent_async(P &&, F &&);
  template <typename F> AsyncTask silent_dependent_async(F &&);
  void wait_for_all();
};
} // namespace tf

void taskflowTasks(tf::Executor &Executor, tf::Taskflow &Flow) {
  tf::Future<void> Run = Executor.run(Flow);
  Run.cancel();
  Run.wait();
  std::future<int> Result = Executor.async(work);
  Result = Executor.async(tf::TaskParams(), work);
  Executor.silent_async(work);
  Executor.silent_async(tf::DefaultTaskParams(), work);
  Executor.silent_dependent_async(work);
  Executor.wait_for_all();
}

namespace userver {
namespace engine {
class TaskProcessor;
class Deadline {};
class TaskBase {
public:
  bool IsValid() const;
  void Wait() const;
  void WaitFor(int) const;
  void WaitUntil(Deadline) const;
  void RequestCancel();
  void SyncCancel();
  void BlockingWait() const;
};
class Task : public TaskBase {
public:
  ~Task();
  void Detach() &&;
};
template <typename T> class TaskWithResult : public Task {
public:
  T Get();
};
template <typename T> class SharedTaskWithResult : public TaskBase {
public:
  const T &Get() const;
};
void DetachUnscopedUnsafe(Task &&);
template <typename F> auto AsyncNoSpan(F &&) { return TaskWithResult<int>(); }
template <typename F> auto CriticalAsyncNoSpan(F &&) {
  return TaskWithResult<int>();
}
template <typename F> auto SharedAsyncNoSpan(F &&) {
  return SharedTaskWithResult<int>();
}
template <typename F> auto SharedCriticalAsyncNoSpan(F &&) {
  return SharedTaskWithResult<int>();
}
void SleepFor(int);
void SleepUntil(int);
namespace current_task {
bool ShouldCancel();
bool IsCancelRequested();
} // namespace current_task
template <typename T> class Future {
public:
  bool valid() const;
  T get();
  int wait() const;
  int wait_for(int) const;
  int wait_until(int) const;
};
template <typename T> class Promise {
public:
  Future<T> get_future();
  void set_value(T);
  void set_exception(std::exception_ptr);
};
class SingleConsumerEvent {
public:
  bool WaitForEvent();
  bool WaitForEventFor(int);
  bool WaitForEventUntil(int);
  bool WaitUntil(int);
  void Send();
  bool IsReady() const;
};
class SingleUseEvent {
public:
  void WaitNonCancellable();
  void Send();
  bool IsReady() const;
};
class Semaphore {
public:
  explicit Semaphore(std::size_t);
  void lock_shared();
  void unlock_shared();
  bool try_lock_shared();
  bool try_lock_shared_for(int);
  bool try_lock_shared_until(int);
  void lock_shared_count(std::size_t);
  void unlock_shared_count(std::size_t);
  bool try_lock_shared_count(std::size_t);
};
class CancellableSemaphore {
public:
  explicit CancellableSemaphore(std::size_t);
  void lock_shared();
  void unlock_shared();
  bool try_lock_shared();
  bool try_lock_shared_for(int);
  bool try_lock_shared_until(int);
  void lock_shared_count(std::size_t);
  void unlock_shared_count(std::size_t);
  bool try_lock_shared_count(std::size_t);
};
class Mutex {};
class ConditionVariable {
public:
  int Wait(int);
  int WaitFor(int);
  int WaitUntil(int);
  void NotifyOne();
  void NotifyAll();
};
} // namespace engine
namespace utils {
template <typename F> auto Async(std::string, F &&) {
  return engine::TaskWithResult<int>();
}
template <typename F>
auto Async(engine::TaskProcessor &, std::string, engine::Deadline, F &&) {
  return engine::TaskWithResult<int>();
}
template <typename F> auto CriticalAsync(std::string, F &&) {
  return engine::TaskWithResult<int>();
}
template <typename F> auto SharedAsync(std::string, F &&) {
  return engine::SharedTaskWithResult<int>();
}
template <typename F> auto SharedCriticalAsync(std::string, F &&) {
  return engine::SharedTaskWithResult<int>();
}
template <typename F>
auto AsyncBackground(std::string, engine::TaskProcessor &, F &&) {
  return engine::TaskWithResult<int>();
}
} // namespace utils
namespace concurrent {
class BackgroundTaskStorageCore {
public:
  void Detach(engine::Task &&);
  void CancelAndWait();
};
class BackgroundTaskStorage {
public:
  template <typename... Args> void AsyncDetach(std::string, Args &&...);
  void CancelAndWait();
};
} // namespace concurrent
} // namespace userver

void userverTasks(userver::engine::TaskProcessor &Processor) {
  using namespace userver;
  auto Task = utils::Async("name", work);
  Task.IsValid();
  Task.WaitFor(1);
  Task.WaitUntil({});
  Task.RequestCancel();
  Task.SyncCancel();
  Task.BlockingWait();
  Task.Wait();
  Task.Get();
  utils::Async(Processor, "name", {}, work).Detach();
  auto Shared = utils::SharedAsync("name", work);
  Shared.Get();
  utils::CriticalAsync("name", work).Get();
  utils::SharedCriticalAsync("name", work).Get();
  utils::AsyncBackground("name", Processor, work).Get();
  engine::DetachUnscopedUnsafe(engine::AsyncNoSpan(work));
  engine::CriticalAsyncNoSpan(work).Get();
  engine::SharedAsyncNoSpan(work).Get();
  engine::SharedCriticalAsyncNoSpan(work).Get();
  engine::SleepFor(1);
  engine::SleepUntil(1);
  engine::current_task::ShouldCancel();
  engine::current_task::IsCancelRequested();
  concurrent::BackgroundTaskStorage Storage;
  Storage.AsyncDetach("name", work);
  Storage.CancelAndWait();
  concurrent::BackgroundTaskStorageCore Core;
  Core.Detach(engine::Task());
  Core.CancelAndWait();
}

template <typename Semaphore> void userverSemaphore() {
  Semaphore Locks(1);
  Locks.lock_shared();
  Locks.unlock_shared();
  Locks.try_lock_shared();
  Locks.try_lock_shared_for(1);
  Locks.try_lock_shared_until(1);
  Locks.lock_shared_count(1);
  Locks.unlock_shared_count(1);
  Locks.try_lock_shared_count(1);
}

void userverCoordination() {
  using namespace userver::engine;
  Promise<int> Result;
  Future<int> Later = Result.get_future();
  Later.valid();
  Later.wait();
  Later.wait_for(1);
  Later.wait_until(1);
  Later.get();
  Result.set_value(1);
  Result.set_exception(nullptr);
  SingleConsumerEvent Event;
  Event.Send();
  Event.WaitForEvent();
  Event.WaitForEventFor(1);
  Event.WaitForEventUntil(1);
  Event.WaitUntil(1);
  Event.IsReady();
  SingleUseEvent Once;
  Once.Send();
  Once.WaitNonCancellable();
  Once.IsReady();
  userverSemaphore<Semaphore>();
  userverSemaphore<CancellableSemaphore>();
  Mutex Lock;
  ConditionVariable Condition;
  Condition.Wait(1);
  Condition.WaitFor(1);
  Condition.WaitUntil(1);
  Condition.NotifyOne();
  Condition.NotifyAll();
}
