#define _GNU_SOURCE
/* growing heap array of threads, joined at end (while, constant bound) */
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
int run(const int *jobs, size_t nj) {
  pthread_t *v = malloc(nj * sizeof *v);
  size_t n = 0;
  if (!v)
    return -1;
  for (size_t i = 0; i < nj; i++) {
    if (jobs[i] < 0)
      continue;
    if (pthread_create(&v[n], NULL, w, NULL) == 0)
      n++;
  }
  for (size_t i = 0; i < n; i++)
    pthread_join(v[i], NULL);
  free(v);
  return 0;
}
