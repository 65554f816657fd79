#define _GNU_SOURCE
/* detached by attribute, tracked by a condition main waits for */
#include <pthread.h>
#include <stdbool.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static bool done;
static int result;
static void *w(void *p) {
  (void)p;
  int r = 7;
  pthread_mutex_lock(&m);
  result = r;
  done = true;
  pthread_cond_signal(&c);
  pthread_mutex_unlock(&m);
  return NULL;
}
int main(void) {
  pthread_attr_t at;
  pthread_t t;
  pthread_attr_init(&at);
  pthread_attr_setdetachstate(&at, PTHREAD_CREATE_DETACHED);
  if (pthread_create(&t, &at, w, NULL))
    return 1;
  pthread_attr_destroy(&at);
  pthread_mutex_lock(&m);
  while (!done)
    pthread_cond_wait(&c, &m);
  pthread_mutex_unlock(&m);
  return result == 7 ? 0 : 1;
}
