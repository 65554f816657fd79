#define _GNU_SOURCE
/* thread returned via out parameter, or by value, or stored in a global list:
 * new owner */
#include <pthread.h>
#include <stdlib.h>
struct node {
  pthread_t t;
  struct node *next;
};
static struct node *all;
static void *w(void *p) { return p; }
int spawn_out(pthread_t *out) { return pthread_create(out, NULL, w, NULL); }
int spawn_copy(pthread_t *out) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, w, NULL);
  if (rc == 0)
    *out = t;
  return rc;
}
pthread_t spawn_ret(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, w, NULL))
    abort();
  return t;
}
int spawn_list(void) {
  pthread_t t;
  struct node *n = malloc(sizeof *n);
  if (!n)
    return -1;
  if (pthread_create(&t, NULL, w, NULL)) {
    free(n);
    return -1;
  }
  n->t = t;
  n->next = all;
  all = n;
  return 0;
}
void reap(void) {
  while (all) {
    struct node *n = all;
    all = n->next;
    pthread_join(n->t, NULL);
    free(n);
  }
}
extern void registry_add(pthread_t t);
int spawn_reg(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, w, NULL);
  if (!rc)
    registry_add(t);
  return rc;
}
