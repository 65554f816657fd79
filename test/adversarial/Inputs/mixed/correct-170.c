#define _GNU_SOURCE
#include <pthread.h>
static void *w(void *p) { return p; }
static void xjoin(pthread_t t) { pthread_join(t, 0); }
static int yjoin(pthread_t t) { return pthread_join(t, 0); }
static void zjoin(pthread_t *t) { pthread_join(*t, 0); }
int run(void) {
  pthread_t a, b, c;
  if (pthread_create(&a, 0, w, 0))
    return 1;
  xjoin(a);
  if (pthread_create(&b, 0, w, 0))
    return 1;
  yjoin(b);
  if (pthread_create(&c, 0, w, 0))
    return 1;
  zjoin(&c);
  return 0;
}
int main(void) {
  pthread_t a;
  if (pthread_create(&a, 0, w, 0))
    return 1;
  xjoin(a);
  return 0;
}
