#include <pthread.h>
#include <stdlib.h>
struct worker {
  pthread_t tid;
  int started;
  int n;
};
static void *body(void *p) {
  struct worker *w = p;
  w->n++;
  return NULL;
}
int run_all(int n) {
  struct worker *ws = calloc((size_t)n, sizeof *ws);
  int rc = 0;
  if (!ws)
    return -1;
  for (int i = 0; i < n; i++) {
    rc = pthread_create(&ws[i].tid, NULL, body, &ws[i]);
    if (rc != 0)
      goto out;
    ws[i].started = 1;
  }
out:
  for (int i = 0; i < n; i++)
    if (ws[i].started)
      pthread_join(ws[i].tid, NULL);
  free(ws);
  return rc;
}
int main(void) { return run_all(4) ? EXIT_FAILURE : EXIT_SUCCESS; }
