#define _GNU_SOURCE
/* array of threads: error path in the creating loop leaves earlier ones */
#include <pthread.h>
static void *w(void *p) { return p; }
int run(void) {
  pthread_t t[4];
  for (int i = 0; i < 4; i++)
    if (pthread_create(&t[i], 0, w, 0) != 0)
      return -1;
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return 0;
}
