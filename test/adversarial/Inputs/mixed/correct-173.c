#define _GNU_SOURCE
#include <pthread.h>
static void *w(void *p) { return p; }
static int xcreate(pthread_t *t) { return pthread_create(t, 0, w, 0); }
static void xjoin(pthread_t t) { pthread_join(t, 0); }
int main(void) {
  pthread_t a, b;
  if (xcreate(&a))
    return 1;
  xjoin(a);
  if (xcreate(&b))
    return 1;
  xjoin(b);
  return 0;
}
