#define _GNU_SOURCE
/* a flag without a wake, and no queue */
#include <pthread.h>
struct s { pthread_mutex_t m; pthread_cond_t c; int stop; pthread_t t; };
static void *w(void *p) {
  struct s *s = p;
  pthread_mutex_lock(&s->m);
  while (!s->stop) pthread_cond_wait(&s->c, &s->m);
  pthread_mutex_unlock(&s->m);
  return 0;
}
static int start(struct s *s) { return pthread_create(&s->t, 0, w, s); }
static void stop(struct s *s) {
  pthread_mutex_lock(&s->m);
  s->stop = 1; // EXPECT: join-before-stop
  pthread_mutex_unlock(&s->m);
  pthread_join(s->t, 0);
}
int main(void) {
  struct s s = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};
  if (start(&s)) return 1;
  stop(&s);
  return 0;
}
