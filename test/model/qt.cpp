// REQUIRES: qt
// RUN: %prove-model Qt %qt %s

// Names every type, member and function that libraries/qt.yaml models.

#include <QFuture>
#include <QFutureSynchronizer>
#include <QMutex>
#include <QPromise>
#include <QReadWriteLock>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>
#include <QtConcurrent>

int work();

void threads() {
  QThread Thread;
  Thread.start();
  Thread.wait();
  (void)Thread.isRunning();
  Thread.requestInterruption();
  Thread.quit();
  Thread.exit();
  (void)Thread.isInterruptionRequested();
  QThread::sleep(1);
  QThread::msleep(1);
  QThread::usleep(1);
  (void)QThread::currentThread();
  (void)QThread::currentThreadId();
  QThreadPool Pool;
  Pool.start([] {});
  Pool.startOnReservedThread([] {});
  Pool.waitForDone();
  Pool.clear();
}

void futures() {
  QThreadPool Pool;
  QFuture<int> Future = QtConcurrent::run(&Pool, work);
  Future.waitForFinished();
  (void)Future.result();
  (void)Future.takeResult();
  (void)Future.results();
  (void)Future.isRunning();
  Future.cancel();
  QPromise<int> Promise;
  Promise.finish();
  (void)Promise.future();
  (void)Promise.isCanceled();
  QFutureSynchronizer<int> Synchronizer;
  Synchronizer.addFuture(Future);
  Synchronizer.waitForFinished();
}

void coordination() {
  QSemaphore Semaphore;
  Semaphore.release();
  Semaphore.acquire();
  (void)Semaphore.tryAcquire();
  (void)Semaphore.tryAcquire(1, 1);
  QMutex Mutex;
  QRecursiveMutex Recursive;
  QReadWriteLock ReadWrite;
  QMutexLocker Lock(&Mutex);
  QReadLocker Reader(&ReadWrite);
  QWriteLocker Writer(&ReadWrite);
  QWaitCondition Condition;
  Condition.wakeOne();
  Condition.wakeAll();
  Condition.notify_one();
  Condition.notify_all();
  Condition.wait(&Mutex);
  Condition.wait(&Mutex, 1ul);
}
