#define _GNU_SOURCE
/* thread ids in heap-allocated struct array, freed by other function; partial
 * init rolls back with goto */
#include <pthread.h>
#include <stdlib.h>
struct wk {
  pthread_t id;
  int idx;
};
struct grp {
  struct wk *w;
  size_t n;
};
static void *run(void *p) {
  ((struct wk *)p)->idx *= 2;
  return NULL;
}
static void grp_join(struct grp *g) {
  for (struct wk *w = g->w, *e = g->w + g->n; w != e; ++w)
    pthread_join(w->id, NULL);
}
int grp_start(struct grp *g, size_t n) {
  g->w = calloc(n, sizeof *g->w);
  if (!g->w)
    return -1;
  for (g->n = 0; g->n < n; g->n++) {
    struct wk *w = &g->w[g->n];
    w->idx = (int)g->n;
    if (pthread_create(&w->id, NULL, run, w))
      goto fail;
  }
  return 0;
fail:
  grp_join(g);
  free(g->w);
  return -1;
}
int main(void) {
  struct grp g;
  if (grp_start(&g, 3))
    return 1;
  grp_join(&g);
  free(g.w);
  return 0;
}
