#define _GNU_SOURCE
/* count-up inside the task */
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static int live;
static void *w(void *p) {
  pthread_mutex_lock(&m);
  live++; // EXPECT: late-count-up
  pthread_mutex_unlock(&m);
  (void)p;
  pthread_mutex_lock(&m);
  live--;
  pthread_cond_broadcast(&c);
  pthread_mutex_unlock(&m);
  return 0;
}
int main(void) {
  pthread_t t;
  if (pthread_create(&t, 0, w, 0))
    return 1;
  pthread_detach(t); // EXPECT: detached-thread
  pthread_mutex_lock(&m);
  while (live != 0)
    pthread_cond_wait(&c, &m);
  pthread_mutex_unlock(&m);
  return 0;
}
