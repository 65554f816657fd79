// RUN: %check %s joinery-*
// The C way: functions that are given the struct of their task.

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <threads.h>

void serve(void);

// Reports

struct camera {
  thrd_t thread;
  atomic_int closing;
};
static int camera_main(void *arg) {
  struct camera *c = arg;
  while (!c->closing)
    serve();
  return 0;
}
int camera_open(struct camera *c) {
  c->closing = 0;
  return thrd_create(&c->thread, camera_main, c) == thrd_success ? 0 : -1;
}
void camera_close(struct camera *c) {
  thrd_join(c->thread, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: the task ends only when 'c.closing' says so, {{.*}} [joinery-join-before-stop]
  c->closing = 1;
}

struct sleeper {
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  bool stop;
};
static void *sleeper_main(void *arg) {
  struct sleeper *s = arg;
  pthread_mutex_lock(&s->mutex);
  while (!s->stop)
    pthread_cond_wait(&s->changed, &s->mutex);
  pthread_mutex_unlock(&s->mutex);
  return NULL;
}
int sleeper_start(struct sleeper *s) {
  return pthread_create(&s->thread, NULL, sleeper_main, s);
}
void sleeper_stop(struct sleeper *s) {
  pthread_mutex_lock(&s->mutex);
  s->stop = true;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's.stop' is set here, but nothing wakes the task {{.*}} [joinery-join-before-stop]
  pthread_mutex_unlock(&s->mutex);
  pthread_join(s->thread, NULL);
}

struct gauge {
  pthread_t thread;
  atomic_bool stop;
};
static void *gauge_main(void *arg) {
  struct gauge *g = arg;
  while (!atomic_load_explicit(&g->stop, memory_order_acquire))
    serve();
  return NULL;
}
struct gauge *gauge_new(void) {
  struct gauge *g = calloc(1, sizeof *g);
  if (g && pthread_create(&g->thread, NULL, gauge_main, g)) {
    free(g);
    return NULL;
  }
  return g;
}
void gauge_free(struct gauge *g) {
  if (!g)
    return;
  pthread_join(g->thread, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: {{.*}} [joinery-join-before-stop]
  atomic_store(&g->stop, true);
  free(g);
}

// Stays silent

struct reader {
  pthread_t thread;
  atomic_bool stop;
};
static void *reader_main(void *arg) {
  struct reader *r = arg;
  while (!r->stop)
    serve();
  return NULL;
}
int reader_start(struct reader *r) {
  r->stop = false;
  return pthread_create(&r->thread, NULL, reader_main, r);
}
void reader_stop(struct reader *r) {
  r->stop = true;
  pthread_join(r->thread, NULL);
}

// Whoever calls it has asked before.
struct writer {
  pthread_t thread;
  atomic_bool stop;
};
static void *writer_main(void *arg) {
  struct writer *w = arg;
  while (!w->stop)
    serve();
  return NULL;
}
int writer_start(struct writer *w) {
  return pthread_create(&w->thread, NULL, writer_main, w);
}
void writer_ask(struct writer *w) { w->stop = true; }
void writer_finish(struct writer *w) {
  pthread_join(w->thread, NULL);
  w->stop = false;
}
void writer_close(struct writer *w) {
  pthread_join(w->thread, NULL);
  w->stop = true; // So that a late writer does not start again.
}

struct waker {
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  bool stop;
};
static void *waker_main(void *arg) {
  struct waker *w = arg;
  pthread_mutex_lock(&w->mutex);
  while (!w->stop)
    pthread_cond_wait(&w->changed, &w->mutex);
  pthread_mutex_unlock(&w->mutex);
  return NULL;
}
int waker_start(struct waker *w) {
  return pthread_create(&w->thread, NULL, waker_main, w);
}
static void waker_wake(struct waker *w) { pthread_cond_broadcast(&w->changed); }
void waker_stop(struct waker *w) {
  pthread_mutex_lock(&w->mutex);
  w->stop = true;
  waker_wake(w);
  pthread_mutex_unlock(&w->mutex);
  pthread_join(w->thread, NULL);
}
