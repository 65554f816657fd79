/* C11 threads: ring buffer producer/consumer with closed flag */
#include <stdbool.h>
#include <stdio.h>
#include <threads.h>
#define CAP 8
typedef struct {
  int buf[CAP];
  int head, len;
  bool closed;
  mtx_t mu;
  cnd_t not_empty, not_full;
} ring_t;
static bool ring_put(ring_t *r, int v) {
  mtx_lock(&r->mu);
  while (r->len == CAP && !r->closed)
    cnd_wait(&r->not_full, &r->mu);
  if (r->closed) {
    mtx_unlock(&r->mu);
    return false;
  }
  r->buf[(r->head + r->len++) % CAP] = v;
  cnd_signal(&r->not_empty);
  mtx_unlock(&r->mu);
  return true;
}
static bool ring_get(ring_t *r, int *v) {
  mtx_lock(&r->mu);
  while (r->len == 0 && !r->closed)
    cnd_wait(&r->not_empty, &r->mu);
  if (r->len == 0) {
    mtx_unlock(&r->mu);
    return false;
  }
  *v = r->buf[r->head];
  r->head = (r->head + 1) % CAP;
  r->len--;
  cnd_signal(&r->not_full);
  mtx_unlock(&r->mu);
  return true;
}
static void ring_close(ring_t *r) {
  mtx_lock(&r->mu);
  r->closed = true;
  cnd_broadcast(&r->not_empty);
  cnd_broadcast(&r->not_full);
  mtx_unlock(&r->mu);
}
static int consumer(void *p) {
  ring_t *r = p;
  int v;
  for (;;) {
    if (!ring_get(r, &v))
      return 0;
    printf("%d\n", v);
  }
}
int main(void) {
  ring_t r = {0};
  thrd_t t[2];
  mtx_init(&r.mu, mtx_plain);
  cnd_init(&r.not_empty);
  cnd_init(&r.not_full);
  int n = 0;
  for (; n < 2; n++)
    if (thrd_create(&t[n], consumer, &r) != thrd_success)
      break;
  if (n > 0)
    for (int i = 0; i < 100; i++)
      ring_put(&r, i);
  ring_close(&r);
  for (int i = 0; i < n; i++)
    thrd_join(t[i], NULL);
  cnd_destroy(&r.not_empty);
  cnd_destroy(&r.not_full);
  mtx_destroy(&r.mu);
  return 0;
}
