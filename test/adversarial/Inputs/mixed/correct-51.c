#define _GNU_SOURCE
/* realloc-grown array of threads */
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
int run(int nj) {
  pthread_t *v = NULL;
  size_t n = 0, cap = 0;
  for (int i = 0; i < nj; i++) {
    if (n == cap) {
      size_t nc = cap ? cap * 2 : 4;
      pthread_t *q = realloc(v, nc * sizeof *q);
      if (!q)
        break;
      v = q;
      cap = nc;
    }
    if (pthread_create(&v[n], NULL, w, NULL) != 0)
      break;
    ++n;
  }
  while (n)
    pthread_join(v[--n], NULL);
  free(v);
  return 0;
}
