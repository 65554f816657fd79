// REQUIRES: libuv
// RUN: %prove-model libuv %libuv -x c -std=gnu17 %s
// RUN: %prove-model libuv %libuv -x c++ %s

// Names every type and function that libraries/libuv.yaml models.

#include <uv.h>

#if UV_VERSION_HEX < (1 << 16 | 50 << 8)
// It came with 1.50.
#ifdef __cplusplus
extern "C"
#endif
    int
    uv_thread_detach(uv_thread_t *);
#endif

void work(void *);
void request(uv_work_t *);
void done(uv_work_t *, int);

void threads(const uv_thread_options_t *Options) {
  uv_thread_t Thread;
  uv_thread_create(&Thread, work, 0);
  uv_thread_create_ex(&Thread, Options, work, 0);
  uv_thread_join(&Thread);
  uv_thread_detach(&Thread);
  uv_thread_self();
  uv_sleep(1);
}

void loops(uv_work_t *Request) {
  uv_loop_t Loop;
  uv_queue_work(&Loop, Request, request, done);
  uv_run(&Loop, UV_RUN_DEFAULT);
  uv_stop(&Loop);
}

void coordination(void) {
  uv_sem_t Semaphore;
  uv_sem_post(&Semaphore);
  uv_sem_init(&Semaphore, 0);
  uv_sem_wait(&Semaphore);
  uv_sem_trywait(&Semaphore);
  uv_mutex_t Mutex;
  uv_rwlock_t ReadWrite;
  uv_cond_t Condition;
  uv_cond_wait(&Condition, &Mutex);
  uv_cond_timedwait(&Condition, &Mutex, 1);
  uv_cond_signal(&Condition);
  uv_cond_broadcast(&Condition);
  uv_barrier_t Barrier;
  uv_barrier_wait(&Barrier);
}
