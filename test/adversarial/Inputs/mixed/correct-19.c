#define _GNU_SOURCE
/* mutex guarded stop flag read under the lock through helper; timed cond wait
 * instead of sleep */
#include <pthread.h>
#include <stdbool.h>
#include <time.h>
struct w {
  pthread_mutex_t m;
  pthread_cond_t c;
  bool stop;
  unsigned n;
};
static bool wait_stop(struct w *w) {
  struct timespec ts;
  clock_gettime(CLOCK_REALTIME, &ts);
  ts.tv_sec += 10;
  pthread_mutex_lock(&w->m);
  while (!w->stop)
    if (pthread_cond_timedwait(&w->c, &w->m, &ts))
      break;
  bool r = w->stop;
  pthread_mutex_unlock(&w->m);
  return r;
}
static void *run(void *p) {
  struct w *w = p;
  do
    w->n++;
  while (!wait_stop(w));
  return NULL;
}
static void ask_stop(struct w *w) {
  pthread_mutex_lock(&w->m);
  w->stop = true;
  pthread_cond_signal(&w->c);
  pthread_mutex_unlock(&w->m);
}
int main(void) {
  struct w w = {.m = PTHREAD_MUTEX_INITIALIZER, .c = PTHREAD_COND_INITIALIZER};
  pthread_t t;
  if (pthread_create(&t, NULL, run, &w))
    return 1;
  ask_stop(&w);
  pthread_join(t, NULL);
  return 0;
}
