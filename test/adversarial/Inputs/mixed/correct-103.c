#define _GNU_SOURCE
/* struct array of threads indexed by field; thread handles in two arrays;
 * rollback in while (i--) */
#include <pthread.h>
#include <stdlib.h>
#define N 8
struct ctx {
  int id;
  pthread_t th;
  int ok;
};
static void *w(void *p) {
  struct ctx *c = p;
  c->ok = c->id;
  return NULL;
}
static int all(void) {
  static struct ctx c[N];
  int i, rc = 0;
  for (i = 0; i < N; ++i) {
    c[i].id = i;
    if ((rc = pthread_create(&c[i].th, NULL, w, &c[i])) != 0)
      break;
  }
  while (i-- > 0) {
    int e = pthread_join(c[i].th, NULL);
    if (e && !rc)
      rc = e;
  }
  return rc;
}
static int two(void) {
  pthread_t p[N], q[N];
  int np = 0, nq = 0;
  struct ctx x = {0};
  for (int i = 0; i < N; i++) {
    np += pthread_create(&p[np], NULL, w, &x) == 0;
    nq += !pthread_create(&q[nq], NULL, w, &x);
  }
  for (; np; np--)
    pthread_join(p[np - 1], NULL);
  while (nq > 0) {
    nq--;
    pthread_join(q[nq], NULL);
  }
  return 0;
}
int main(void) { return all() | two(); }
