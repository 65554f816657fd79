#include <pthread.h>
static void *body(void *p) { return p; }
int f(void) {
  pthread_t t;
  void *r;
  if (pthread_create(&t, NULL, body, NULL))
    return -1;
  pthread_join(t, &r);
  if (r)
    return 1;
  pthread_join(t, NULL); // EXPECT: repeated-join
  return 0;
}
