#define _GNU_SOURCE
/* wrapper function for creation with detach hidden in helper */
#include <pthread.h>
static void *w(void *p) { return p; }
static int spawn(void *(*f)(void *), void *a) {
  pthread_t t; int rc = pthread_create(&t, 0, f, a);
  if (!rc) rc = pthread_detach(t); // EXPECT: detached-thread
  return rc;
}
int main(void) {
  if (spawn(w, 0)) return 1; // FP: incomplete-work
  return 0; // EXPECT: incomplete-work
}
