#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <threads.h>
struct pool {
  thrd_t *th;
  int n;
  atomic_bool stop;
  mtx_t m;
  cnd_t c;
};
static int loop(void *p) {
  struct pool *q = p;
  mtx_lock(&q->m);
  while (!atomic_load(&q->stop))
    cnd_wait(&q->c, &q->m);
  mtx_unlock(&q->m);
  return 0;
}
void pool_stop(struct pool *q) {
  mtx_lock(&q->m);
  atomic_store(&q->stop, true);
  cnd_broadcast(&q->c);
  mtx_unlock(&q->m);
  for (int i = 0; i < q->n; i++)
    thrd_join(q->th[i], NULL);
  free(q->th);
  q->th = NULL;
  q->n = 0;
}
bool pool_start(struct pool *q, int n) {
  q->th = calloc((size_t)n, sizeof(thrd_t));
  if (!q->th)
    return false;
  mtx_init(&q->m, mtx_plain);
  cnd_init(&q->c);
  for (q->n = 0; q->n < n; q->n++)
    if (thrd_create(&q->th[q->n], loop, q) != thrd_success) {
      pool_stop(q);
      return false;
    }
  return true;
}
static void *pbody(void *p) { return p; }
void helper_array(void) {
  pthread_t t[3];
  bool ok[3] = {false};
  for (int i = 0; i < 3; ++i)
    ok[i] = !pthread_create(t + i, NULL, pbody, NULL);
  for (int i = 0; i < 3; ++i)
    if (ok[i])
      pthread_join(t[i], NULL);
}
int heap_handle(void) {
  pthread_t *t = malloc(sizeof *t);
  if (!t)
    return -1;
  if (pthread_create(t, NULL, pbody, NULL) != 0) {
    free(t);
    return -1;
  }
  int rc = pthread_join(*t, NULL);
  free(t);
  return rc;
}
struct two {
  pthread_t rx, tx;
  bool rx_on, tx_on;
};
int two_start(struct two *s) {
  if (pthread_create(&s->rx, NULL, pbody, s))
    return -1;
  s->rx_on = true;
  if (pthread_create(&s->tx, NULL, pbody, s)) {
    pthread_join(s->rx, NULL);
    s->rx_on = false;
    return -1;
  }
  s->tx_on = true;
  return 0;
}
void two_stop(struct two *s) {
  if (s->rx_on)
    pthread_join(s->rx, NULL);
  if (s->tx_on)
    pthread_join(s->tx, NULL);
}
