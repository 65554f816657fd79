#define _GNU_SOURCE
/* main's worker threads: global array, started in init(), joined in fini() on
 * all paths incl. errors */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
static pthread_t *th;
static int nth;
static void *w(void *p) { return p; }
static int init(int n) {
  if (!(th = calloc((size_t)n, sizeof *th)))
    return -1;
  for (nth = 0; nth < n; nth++)
    if (pthread_create(th + nth, 0, w, 0))
      return -1;
  return 0;
}
static void fini(void) {
  for (int i = 0; i < nth; i++)
    pthread_join(th[i], 0);
  free(th);
}
int main(int argc, char **argv) {
  int rc = EXIT_FAILURE;
  if (init(argc > 1 ? atoi(argv[1]) : 2) < 0) {
    perror("init");
    goto done;
  }
  rc = EXIT_SUCCESS;
done:
  fini();
  return rc;
}
