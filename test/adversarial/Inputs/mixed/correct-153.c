#define _GNU_SOURCE
/* start/stop pair with opaque pointer; cancel state; cleanup handlers; join
 * value PTHREAD_CANCELED */
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
struct t {
  pthread_t id;
  pthread_mutex_t m;
  long n;
};
static void unlock(void *m) { pthread_mutex_unlock(m); }
static void *run(void *p) {
  struct t *t = p;
  pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, NULL);
  for (;;) {
    pthread_mutex_lock(&t->m);
    pthread_cleanup_push(unlock, &t->m);
    t->n++;
    pthread_testcancel();
    pthread_cleanup_pop(1);
  }
  return NULL;
}
struct t *t_new(void) {
  struct t *t = calloc(1, sizeof *t);
  if (!t)
    return NULL;
  pthread_mutex_init(&t->m, NULL);
  if (pthread_create(&t->id, NULL, run, t)) {
    pthread_mutex_destroy(&t->m);
    free(t);
    return NULL;
  }
  return t;
}
void t_free(struct t *t) {
  void *r;
  if (!t)
    return;
  pthread_cancel(t->id);
  pthread_join(t->id, &r);
  pthread_mutex_destroy(&t->m);
  free(t);
}
int main(void) {
  t_free(t_new());
  return 0;
}
