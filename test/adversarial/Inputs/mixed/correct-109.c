#define _GNU_SOURCE
/* pthread_once + key destructor, detached threads wait via barrier by count to
 * zero with atomic + cond in helper */
#include <pthread.h>
#include <stdlib.h>
struct wg {
  pthread_mutex_t m;
  pthread_cond_t c;
  int n;
};
static void wg_add(struct wg *w, int k) {
  pthread_mutex_lock(&w->m);
  w->n += k;
  pthread_mutex_unlock(&w->m);
}
static void wg_done(struct wg *w) {
  pthread_mutex_lock(&w->m);
  if (--w->n == 0)
    pthread_cond_broadcast(&w->c);
  pthread_mutex_unlock(&w->m);
}
static void wg_wait(struct wg *w) {
  pthread_mutex_lock(&w->m);
  while (w->n)
    pthread_cond_wait(&w->c, &w->m);
  pthread_mutex_unlock(&w->m);
}
static struct wg g = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
static void *w(void *p) {
  *(int *)p += 1;
  wg_done(&g);
  return NULL;
}
int main(void) {
  static int v[4];
  pthread_attr_t a;
  pthread_t t;
  pthread_attr_init(&a);
  pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
  for (int i = 0; i < 4; i++) {
    wg_add(&g, 1);
    if (pthread_create(&t, &a, w, &v[i]) != 0)
      wg_done(&g);
  }
  pthread_attr_destroy(&a);
  wg_wait(&g);
  return v[0] - 1;
}
