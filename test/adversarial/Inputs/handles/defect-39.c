#include <pthread.h>
#include <stdlib.h>
static void *body(void *p) { return p; }
int early(void) {
  pthread_t t, u; // EXPECT: unjoined-thread
  if (pthread_create(&t, NULL, body, NULL))
    return -1;
  if (pthread_create(&u, NULL, body, NULL))
    return -1;
  pthread_join(u, NULL);
  pthread_join(t, NULL);
  return 0;
}
void stackarg(void) {
  pthread_t t;
  int n = 3;
  pthread_create(&t, NULL, body, &n); // EXPECT: dangling-capture
  pthread_detach(t); // EXPECT: detached-thread
}
void dj(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, body, NULL))
    return;
  pthread_detach(t); // EXPECT: detached-thread
  pthread_join(t, NULL); // EXPECT: repeated-join
}
static void *selfie(void *p) {
  pthread_join(pthread_self(), NULL); // EXPECT: repeated-join
  return p;
}
int mk(pthread_t *out) { return pthread_create(out, NULL, selfie, NULL); }
