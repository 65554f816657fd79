#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
struct ctx {
  pthread_t th;
  int has;
  char *name;
};
static void *b(void *p) { return p; }
static void ctx_destroy(struct ctx *c) {
  if (c->has)
    pthread_join(c->th, NULL);
  free(c->name);
  free(c);
}
struct ctx *ctx_new(const char *n) {
  struct ctx *c = calloc(1, sizeof(*c));
  if (!c)
    return NULL;
  c->name = strdup(n);
  if (!c->name)
    goto err;
  if (pthread_create(&c->th, NULL, b, c) != 0)
    goto err;
  c->has = 1;
  return c;
err:
  ctx_destroy(c);
  return NULL;
}
#define CHECK(x)                                                               \
  do {                                                                         \
    if ((x) != 0)                                                              \
      abort();                                                                 \
  } while (0)
void chk(void) {
  pthread_t t;
  CHECK(pthread_create(&t, NULL, b, NULL));
  CHECK(pthread_join(t, NULL));
}
int joins(int n) {
  pthread_t ths[16];
  int ok = 0, i;
  for (i = 0; i < n && i < 16; i++) {
    if (pthread_create(&ths[ok], NULL, b, NULL) == 0)
      ok++;
  }
  for (i = 0; i < ok; i++)
    pthread_join(ths[i], NULL);
  return ok == n;
}
int onstack(void) {
  struct ctx c;
  memset(&c, 0, sizeof c);
  c.has = pthread_create(&c.th, NULL, b, &c) == 0;
  if (!c.has)
    return -1;
  pthread_join(c.th, NULL);
  return 0;
}
int heap(void) {
  struct ctx *c = calloc(1, sizeof *c);
  if (c == NULL)
    return -1;
  if (pthread_create(&c->th, NULL, b, c) == 0)
    c->has = 1;
  if (c->has)
    pthread_join(c->th, NULL);
  free(c);
  return 0;
}
