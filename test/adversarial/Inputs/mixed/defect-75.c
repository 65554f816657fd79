#define _GNU_SOURCE
/* cond_wait, local, condition not in a loop of the task */
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static void *w(void *p) {
  int *r = p;
  pthread_mutex_lock(&m);
  *r = 1;
  pthread_mutex_unlock(&m);
  return 0;
}
int run(void) {
  pthread_cond_t c = PTHREAD_COND_INITIALIZER;
  pthread_t t;
  int ready = 0;
  if (pthread_create(&t, 0, w, &ready))
    return 1;
  pthread_mutex_lock(&m);
  while (!ready)
    pthread_cond_wait(&c, &m); // EXPECT: forgotten-receiver
  pthread_mutex_unlock(&m);
  pthread_join(t, 0);
  return 0;
}
