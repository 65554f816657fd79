#define _GNU_SOURCE
/* plain int flag */
#include <pthread.h>
static int quit;
static void *w(void *p) {
  long *n = p;
  while (!quit) // EXPECT: unstoppable-worker
    ++*n;
  return 0;
}
int main(void) {
  pthread_t t;
  long n = 0;
  if (pthread_create(&t, 0, w, &n))
    return 1;
  quit = 1;
  pthread_join(t, 0);
  return 0;
}
