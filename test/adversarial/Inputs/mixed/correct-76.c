#define _GNU_SOURCE
/* macro check, static inline start; multiple error labels */
#include <pthread.h>
#include <stdio.h>
#define CHECK(x)                                                               \
  do {                                                                         \
    int rc_ = (x);                                                             \
    if (rc_) {                                                                 \
      fprintf(stderr, "%s: %d\n", #x, rc_);                                    \
      goto fail;                                                               \
    }                                                                          \
  } while (0)
static void *w(void *p) { return p; }
int run(void) {
  pthread_t a, b;
  int na = 0, nb = 0, rc = -1;
  CHECK(pthread_create(&a, NULL, w, NULL));
  na = 1;
  CHECK(pthread_create(&b, NULL, w, NULL));
  nb = 1;
  rc = 0;
fail:
  if (nb)
    pthread_join(b, NULL);
  if (na)
    pthread_join(a, NULL);
  return rc;
}
int main(void) { return run(); }
