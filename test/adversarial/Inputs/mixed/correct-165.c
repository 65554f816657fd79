#define _GNU_SOURCE
#include <pthread.h>
static void *w(void *p) { return p; }
int a(int on) {
  pthread_t t;
  int rc = 1;
  if (on)
    rc = pthread_create(&t, 0, w, 0);
  if (!rc)
    pthread_join(t, 0);
  return rc;
}
int b(int on) {
  pthread_t t;
  int rc = -1;
  if (on)
    rc = pthread_create(&t, 0, w, 0);
  if (rc)
    return -1;
  pthread_join(t, 0);
  return 0;
}
int c(int on) {
  pthread_t t;
  int rc;
  if (on)
    rc = pthread_create(&t, 0, w, 0);
  else
    rc = 5;
  if (rc != 0)
    return -1;
  return pthread_join(t, 0);
}
