// REQUIRES: poco
// RUN: %prove-model POCO %poco %s

// Names every type, member and function that libraries/poco.yaml models.

#include <Poco/ActiveResult.h>
#include <Poco/Condition.h>
#include <Poco/Event.h>
#include <Poco/Mutex.h>
#include <Poco/NotificationQueue.h>
#include <Poco/Semaphore.h>
#include <Poco/TaskManager.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>

void work();

void threads(Poco::Runnable &Job, Poco::Task *Task) {
  Poco::Thread Thread;
  Thread.start(Job);
  Thread.startFunc([] {});
  Thread.join();
  Thread.join(1);
  (void)Thread.tryJoin(1);
  (void)Thread.isRunning();
  Poco::Thread::sleep(1);
  Poco::Thread::trySleep(1);
  (void)Poco::Thread::current();
  (void)Poco::Thread::currentTid();
  Poco::ThreadPool Pool;
  Pool.start(Job);
  Pool.startWithPriority(Poco::Thread::PRIO_LOW, Job);
  Pool.joinAll();
  Pool.stopAll();
  Poco::TaskManager Tasks;
  Tasks.start(Task);
  Tasks.joinAll();
  Tasks.cancelAll();
}

void coordination(Poco::ActiveResult<int> &Result) {
  Result.wait();
  Result.wait(1);
  (void)Result.tryWait(1);
  Poco::Event Event;
  Event.set();
  Event.wait();
  Event.wait(1);
  (void)Event.tryWait(1);
  Poco::Semaphore Semaphore(1);
  Semaphore.set();
  Semaphore.wait();
  Semaphore.wait(1);
  (void)Semaphore.tryWait(1);
  Poco::Mutex Mutex;
  Poco::FastMutex Fast;
  Poco::Condition Condition;
  Condition.signal();
  Condition.broadcast();
  Condition.wait(Mutex);
  Condition.wait(Mutex, 1);
  (void)Condition.tryWait(Mutex, 1);
  Poco::NotificationQueue Queue;
  Queue.enqueueNotification(nullptr);
  Queue.enqueueUrgentNotification(nullptr);
  (void)Queue.waitDequeueNotification();
  (void)Queue.waitDequeueNotification(1);
  (void)Queue.dequeueNotification();
  Queue.wakeUpAll();
}
