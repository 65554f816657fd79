#define _GNU_SOURCE
/* unwoken cv, struct passed to the thread, no other function */
#include <pthread.h>
struct s {
  pthread_mutex_t m;
  pthread_cond_t c;
  int stop;
};
static void *w(void *p) {
  struct s *s = p;
  pthread_mutex_lock(&s->m);
  while (!s->stop)
    pthread_cond_wait(&s->c, &s->m);
  pthread_mutex_unlock(&s->m);
  return 0;
}
int main(void) {
  struct s s = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
  pthread_t t;
  if (pthread_create(&t, 0, w, &s))
    return 1;
  pthread_mutex_lock(&s.m);
  s.stop = 1; // EXPECT: join-before-stop
  pthread_mutex_unlock(&s.m);
  pthread_join(t, 0);
  return 0;
}
