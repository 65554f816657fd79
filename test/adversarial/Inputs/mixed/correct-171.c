#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
static void xcreate(pthread_t *t) {
  if (pthread_create(t, 0, w, 0))
    exit(1);
}
static void xjoin(pthread_t t) {
  if (pthread_join(t, 0))
    exit(1);
}
int main(void) {
  pthread_t a;
  xcreate(&a);
  if (pthread_join(a, 0))
    exit(1);
  pthread_t b;
  if (pthread_create(&b, 0, w, 0))
    return 1;
  xjoin(b);
  return 0;
}
