#define _GNU_SOURCE
/* join twice over goto */
#include <pthread.h>
static void *w(void *p) { return p; }
int run(int n) {
  pthread_t t;
  if (pthread_create(&t, NULL, w, NULL))
    return -1;
  if (n > 3) {
    pthread_join(t, NULL);
    goto out;
  }
  n++;
out:
  pthread_join(t, NULL); // EXPECT: repeated-join
  return n;
}
