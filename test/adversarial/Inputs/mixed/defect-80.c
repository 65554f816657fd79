#define _GNU_SOURCE
/* join of never started on path */
#include <pthread.h>
static void *w(void *p) { return p; }
int run(int n) {
  pthread_t t;
  if (pthread_create(&t, 0, w, 0))
    return -1;
  if (n)
    pthread_detach(t); // EXPECT: detached-thread
  else
    pthread_join(t, 0);
  pthread_join(t, 0); // EXPECT: repeated-join
  return 0;
}
