#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
static void xcreate(pthread_t *t) {
  if (pthread_create(t, 0, w, 0))
    exit(1);
}
int main(void) {
  pthread_t a, b;
  xcreate(&a);
  xcreate(&b);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}
