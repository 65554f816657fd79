#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
static void xcreate(pthread_t *t, void *(*f)(void *), void *a) {
  int rc = pthread_create(t, 0, f, a);
  if (rc) {
    fprintf(stderr, "%d\n", rc);
    exit(1);
  }
}
static void xjoin(pthread_t t) {
  if (pthread_join(t, 0)) {
    perror("join");
    exit(1);
  }
}
int main(void) {
  pthread_t a, b;
  xcreate(&a, w, 0);
  xjoin(a);
  xcreate(&b, w, 0);
  xjoin(b);
  return 0;
}
