#include <pthread.h>
static void *body(void *p) { return p; }
int spawn(void) {
  pthread_t t;
  pthread_attr_t a;
  int rc;
  pthread_attr_init(&a);
  pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
  rc = pthread_create(&t, &a, body, NULL); // EXPECT: detached-thread
  pthread_attr_destroy(&a);
  return rc;
}
