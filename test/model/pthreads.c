// RUN: %prove-model pthreads -x c -std=gnu17 %s
// RUN: %prove-model pthreads -x c++ %s

// Names every type and function that libraries/pthreads.yaml models.

#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

void *work(void *);

void threads(void) {
  pthread_attr_t Attribute;
  pthread_attr_setdetachstate(&Attribute, PTHREAD_CREATE_DETACHED);
  pthread_t Thread;
  struct timespec Time;
  pthread_create(&Thread, &Attribute, work, 0);
  pthread_join(Thread, 0);
  pthread_tryjoin_np(Thread, 0);
  pthread_timedjoin_np(Thread, 0, &Time);
  pthread_clockjoin_np(Thread, 0, CLOCK_MONOTONIC, &Time);
  pthread_detach(Thread);
  pthread_cancel(Thread);
  pthread_testcancel();
  pthread_self();
  pthread_exit(0);
}

void coordination(void) {
  struct timespec Time;
  pthread_mutex_t Mutex;
  pthread_rwlock_t ReadWrite;
  pthread_spinlock_t Spin;
  pthread_cond_t Condition;
  pthread_cond_wait(&Condition, &Mutex);
  pthread_cond_timedwait(&Condition, &Mutex, &Time);
  pthread_cond_clockwait(&Condition, &Mutex, CLOCK_MONOTONIC, &Time);
  pthread_cond_signal(&Condition);
  pthread_cond_broadcast(&Condition);
  pthread_barrier_t Barrier;
  pthread_barrier_wait(&Barrier);

  sem_t Semaphore;
  sem_post(&Semaphore);
  sem_init(&Semaphore, 0, 0);
  sem_wait(&Semaphore);
  sem_trywait(&Semaphore);
  sem_timedwait(&Semaphore, &Time);
  sem_clockwait(&Semaphore, CLOCK_MONOTONIC, &Time);
}
