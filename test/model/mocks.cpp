// RUN: %prove-model Boost.Cobalt %s
// RUN: %prove-model bthread %s
// RUN: %prove-model marl %s
// RUN: %prove-model stdexec %s
// RUN: %prove-model Folly %s
// RUN: %prove-model HPX %s

// Libraries that Debian has no headers of. The declarations are cut down to
// what the models name.

#include <cstddef>
#include <cstdint>

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
