#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
static void *w(void *p) { return p; }
/* a: pointer initialised NULL, one malloc later, index */
int a(int n) {
  pthread_t *v = NULL;
  v = malloc((size_t)n * sizeof *v);
  if (!v)
    return -1;
  for (int i = 0; i < n; i++)
    if (pthread_create(&v[i], 0, w, 0))
      abort();
  for (int i = 0; i < n; i++)
    pthread_join(v[i], 0);
  free(v);
  return 0;
}
/* b: pointer to element of an array on the stack */
int b(void) {
  pthread_t t[4], *p = t;
  for (int i = 0; i < 4; i++, p++)
    if (pthread_create(p, 0, w, 0))
      abort();
  for (p = t; p < t + 4; p++)
    pthread_join(*p, 0);
  return 0;
}
/* c: local alias of struct member array */
struct g {
  pthread_t t[4];
  pthread_t *dyn;
  int n;
};
int c(struct g *g) {
  pthread_t *v = g->t;
  for (int i = 0; i < 4; i++)
    if (pthread_create(&v[i], 0, w, 0))
      abort();
  return 0;
}
int d(struct g *g, int n) {
  pthread_t *v = calloc((size_t)n, sizeof *v);
  if (!v)
    return -1;
  for (int i = 0; i < n; i++)
    if (pthread_create(v + i, 0, w, 0))
      abort();
  g->dyn = v;
  g->n = n;
  return 0;
}
void e(struct g *g) {
  for (int i = 0; i < 4; i++)
    pthread_join(g->t[i], 0);
  for (int i = 0; i < g->n; i++)
    pthread_join(g->dyn[i], 0);
  free(g->dyn);
}
/* f: two-dimensional, VLA */
int f(int n) {
  pthread_t t[n][2];
  for (int i = 0; i < n; i++)
    for (int k = 0; k < 2; k++)
      if (pthread_create(&t[i][k], 0, w, 0))
        abort();
  for (int i = 0; i < n; i++)
    for (int k = 0; k < 2; k++)
      pthread_join(t[i][k], 0);
  return 0;
}
/* h: unrolled, same handle var reused after join */
int h(int n) {
  pthread_t t;
  for (int i = 0; i < n; i++) {
    if (pthread_create(&t, 0, w, 0))
      return -1;
    pthread_join(t, 0);
  }
  if (pthread_create(&t, 0, w, 0))
    return -1;
  return pthread_join(t, 0);
}
/* k: helper joins an array it gets */
static void join_n(pthread_t *t, int n) {
  while (n-- > 0)
    pthread_join(*t++, 0);
}
int k(void) {
  pthread_t t[3];
  int i;
  for (i = 0; i < 3; i++)
    if (pthread_create(&t[i], 0, w, 0))
      break;
  join_n(t, i);
  return i == 3 ? 0 : -1;
}
