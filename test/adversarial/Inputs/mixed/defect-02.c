#define _GNU_SOURCE
/* outside main: goto cleanup forgets the thread */
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
int run(int n) {
  int rc = -1;
  pthread_t t; // EXPECT: unjoined-thread
  char *buf = malloc(16);
  if (!buf)
    return -1;
  if (pthread_create(&t, NULL, w, NULL) != 0)
    goto out;
  if (n < 0)
    goto out;
  pthread_join(t, NULL);
  rc = 0;
out:
  free(buf);
  return rc;
}
