// RUN: %prove-model "C11 threads" -x c -std=c17 %s

// Names every type and function that libraries/c11.yaml models.

#include <threads.h>
#include <time.h>

int work(void *);

void threads(void) {
  thrd_t Thread;
  struct timespec Time;
  thrd_create(&Thread, work, 0);
  thrd_join(Thread, 0);
  thrd_detach(Thread);
  thrd_current();
  thrd_sleep(&Time, 0);
  thrd_exit(0);
}

void coordination(void) {
  struct timespec Time;
  _Atomic(int) Count;
  _Atomic int AlsoCount;
  mtx_t Mutex;
  cnd_t Condition;
  cnd_wait(&Condition, &Mutex);
  cnd_timedwait(&Condition, &Mutex, &Time);
  cnd_signal(&Condition);
  cnd_broadcast(&Condition);
}
