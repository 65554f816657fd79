#define _GNU_SOURCE
/* fire and hope */
#include <pthread.h>
static void *w(void *p) { return p; }
void fire(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, w, NULL) == 0)
    pthread_detach(t); // EXPECT: detached-thread
}
