#define _GNU_SOURCE
/* heap struct holding pthread_t freed on error path without join */
#include <pthread.h>
#include <stdlib.h>
struct h {
  pthread_t t;
  char *buf;
};
static void *w(void *p) { return p; }
int run(void) {
  struct h h; // EXPECT: unjoined-thread
  if (pthread_create(&h.t, 0, w, 0))
    return -1;
  h.buf = malloc(10);
  if (!h.buf)
    return -1;
  pthread_join(h.t, 0);
  free(h.buf);
  return 0;
}
