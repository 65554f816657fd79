// REQUIRES: glib
// RUN: %prove-model GLib %glib -x c -std=gnu17 %s

// Names every type and function that libraries/glib.yaml models.

#include <glib.h>

gpointer work(gpointer);

void threads(void) {
  GThread *Thread = g_thread_new("name", work, 0);
  g_thread_try_new("name", work, 0, 0);
  g_thread_join(Thread);
  g_thread_unref(Thread);
  g_thread_self();
  g_usleep(1);
  g_thread_exit(0);
}

void coordination(GAsyncQueue *Queue) {
  g_async_queue_push(Queue, Queue);
  g_async_queue_push_front(Queue, Queue);
  g_async_queue_pop(Queue);
  g_async_queue_try_pop(Queue);
  g_async_queue_timeout_pop(Queue, 1);
  GMutex Mutex;
  GRecMutex Recursive;
  GRWLock ReadWrite;
  GCond Condition;
  g_cond_wait(&Condition, &Mutex);
  g_cond_wait_until(&Condition, &Mutex, 1);
  g_cond_signal(&Condition);
  g_cond_broadcast(&Condition);
}
