#define _GNU_SOURCE
/* realloc'ed array, simple; no error paths */
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
static void *cl(void *p) { return p; }
static pthread_t *v; static size_t n;
void serve(int l) {
  int fd;
  while ((fd = accept(l, 0, 0)) >= 0) {
    v = realloc(v, (n + 1) * sizeof *v);
    pthread_create(&v[n++], 0, cl, 0); // FN: unbounded-spawn
  }
}
