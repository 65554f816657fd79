#define _GNU_SOURCE
/* v[n++] and pointer walk */
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
int run(int nj) {
  pthread_t *v = calloc((size_t)nj, sizeof *v), *e = v;
  if (!v)
    return -1;
  while (nj-- > 0)
    if (pthread_create(e, NULL, w, NULL) == 0)
      e++;
  for (pthread_t *q = v; q < e; q++)
    pthread_join(*q, NULL);
  free(v);
  return 0;
}
