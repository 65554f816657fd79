#define _GNU_SOURCE
/* accept loop piles up threads that end only at the end */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
static void *cl(void *p) { int fd = (int)(intptr_t)p; close(fd); return 0; }
void serve(int l) {
  pthread_t *v = NULL; size_t n = 0;
  int fd;
  while ((fd = accept(l, NULL, NULL)) >= 0) {
    pthread_t *q = realloc(v, (n + 1) * sizeof *v);
    if (!q) { close(fd); break; }
    v = q;
    if (pthread_create(&v[n], NULL, cl, (void *)(intptr_t)fd) == 0) // FN: unbounded-spawn
      n++;
    else
      close(fd);
  }
  for (size_t i = 0; i < n; i++) pthread_join(v[i], NULL);
  free(v);
}
