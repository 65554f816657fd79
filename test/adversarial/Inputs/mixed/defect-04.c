#define _GNU_SOURCE
/* detached attribute */
#include <pthread.h>
static void *w(void *p) { return p; }
int fire(void) {
  pthread_attr_t a;
  pthread_t t;
  pthread_attr_init(&a);
  pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
  int rc = pthread_create(&t, &a, w, NULL); // EXPECT: detached-thread
  pthread_attr_destroy(&a);
  return rc;
}
