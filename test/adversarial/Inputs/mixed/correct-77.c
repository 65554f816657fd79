#define _GNU_SOURCE
/* classic multi-label unwinding */
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
int run(void) {
  pthread_t a, b;
  void *m = malloc(10);
  if (!m)
    goto e0;
  if (pthread_create(&a, NULL, w, m))
    goto e1;
  if (pthread_create(&b, NULL, w, m))
    goto e2;
  pthread_join(b, NULL);
  pthread_join(a, NULL);
  free(m);
  return 0;
e2:
  pthread_cancel(a);
  pthread_join(a, NULL);
e1:
  free(m);
e0:
  return -1;
}
int main(void) { return run() ? 1 : 0; }
