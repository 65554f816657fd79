#define _GNU_SOURCE
/* pthread_detach(pthread_self()) in the entry */
#include <pthread.h>
static void *w(void *p) {
  pthread_detach(pthread_self()); // EXPECT: detached-thread
  return p;
}
int go(void) {
  pthread_t t;
  return pthread_create(&t, 0, w, 0);
}
