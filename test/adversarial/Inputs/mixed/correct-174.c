#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
static void xcreate(pthread_t *t) {
  if (pthread_create(t, 0, w, 0))
    exit(1);
}
static void xjoin(pthread_t t) { pthread_join(t, 0); }
int main(void) {
  pthread_t a;
  xcreate(&a);
  xjoin(a);
  return 0;
}
