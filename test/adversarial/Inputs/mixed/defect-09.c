#define _GNU_SOURCE
/* stop flag set without waking the sleeper */
#include <pthread.h>
struct s { pthread_mutex_t m; pthread_cond_t c; int stop, work; pthread_t t; };
static void *w(void *p) {
  struct s *s = p;
  pthread_mutex_lock(&s->m);
  while (!s->stop) {
    if (s->work) s->work--;
    else pthread_cond_wait(&s->c, &s->m);
  }
  pthread_mutex_unlock(&s->m);
  return 0;
}
static int start(struct s *s) { return pthread_create(&s->t, 0, w, s); }
static void push(struct s *s) {
  pthread_mutex_lock(&s->m); s->work++; pthread_cond_signal(&s->c); pthread_mutex_unlock(&s->m);
}
static void stop(struct s *s) {
  pthread_mutex_lock(&s->m);
  s->stop = 1; // EXPECT: join-before-stop
  pthread_mutex_unlock(&s->m);
  pthread_join(s->t, 0);
}
int main(void) {
  struct s s = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0, 0};
  if (start(&s)) return 1;
  push(&s);
  stop(&s);
  return 0;
}
