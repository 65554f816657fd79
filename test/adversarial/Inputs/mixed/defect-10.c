#define _GNU_SOURCE
/* detached thread gets the address of a local (tracked elsewhere: not) */
#include <pthread.h>
#include <stdio.h>
struct job {
  int a, b;
};
static void *w(void *p) {
  struct job *j = p;
  printf("%d\n", j->a + j->b);
  return 0;
}
int start(int a) {
  struct job j = {a, 2};
  pthread_attr_t at;
  pthread_t t;
  pthread_attr_init(&at);
  pthread_attr_setdetachstate(&at, PTHREAD_CREATE_DETACHED);
  int rc = pthread_create(&t, &at, w, &j); // EXPECT: dangling-capture, detached-thread
  pthread_attr_destroy(&at);
  return rc;
}
