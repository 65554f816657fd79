#define _GNU_SOURCE
#include <pthread.h>
#include <errno.h>
static void *w(void *p) { return p; }
/* status variable correlates */
int a(int on) {
  pthread_t t; int rc = -1;
  if (on) rc = pthread_create(&t, 0, w, 0);
  if (rc == 0) pthread_join(t, 0);
  return rc;
}
int b(int on) {
  pthread_t t; int up = 0;
  if (on && !pthread_create(&t, 0, w, 0)) up = 1;
  if (up) pthread_join(t, 0);
  return up;
}
int c(void) {
  pthread_t t; int e = pthread_create(&t, 0, w, 0);
  if (!e) e = pthread_join(t, 0);
  return e;
}
int d(int n) {
  pthread_t t, *tp = 0;
  if (n > 0 && pthread_create(&t, 0, w, 0) == 0) tp = &t;
  if (tp) pthread_join(*tp, 0);
  return 0;
}
int f(int n) {
  pthread_t t; unsigned flags = 0; // FP: unjoined-thread
  if (n > 0 && pthread_create(&t, 0, w, 0) == 0) flags |= 1u;
  if (flags & 1u) pthread_join(t, 0); // FP: repeated-join
  return 0;
}
