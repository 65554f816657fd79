#define _GNU_SOURCE
/* pthread_cond_wait on local object nobody signals */
#include <pthread.h>
struct st { pthread_mutex_t m; pthread_cond_t c; int ready; };
static void *w(void *p) {
  struct st *s = p;
  pthread_mutex_lock(&s->m);
  s->ready = 1;
  pthread_mutex_unlock(&s->m);
  return 0;
}
int run(void) {
  struct st s = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
  pthread_t t;
  if (pthread_create(&t, 0, w, &s)) return 1;
  pthread_mutex_lock(&s.m);
  while (!s.ready) pthread_cond_wait(&s.c, &s.m); // FN: forgotten-receiver
  pthread_mutex_unlock(&s.m);
  pthread_join(t, 0);
  return 0;
}
