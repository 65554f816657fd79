#define _GNU_SOURCE
/* C11 cnd/mtx queue, thrd_exit in the worker, tss */
#include <stdbool.h>
#include <threads.h>
static mtx_t m;
static cnd_t c;
static bool stop;
static int items;
static int worker(void *p) {
  (void)p;
  mtx_lock(&m);
  for (;;) {
    while (!items && !stop)
      cnd_wait(&c, &m);
    if (stop && !items) {
      mtx_unlock(&m);
      thrd_exit(0);
    }
    --items;
  }
}
int main(void) {
  thrd_t t[3];
  int n = 0;
  if (mtx_init(&m, mtx_plain) != thrd_success || cnd_init(&c) != thrd_success)
    return 1;
  while (n < 3 && thrd_create(&t[n], worker, NULL) == thrd_success)
    n++;
  mtx_lock(&m);
  items += 5;
  cnd_broadcast(&c);
  mtx_unlock(&m);
  mtx_lock(&m);
  stop = true;
  mtx_unlock(&m);
  cnd_broadcast(&c);
  while (n--) {
    int r;
    thrd_join(t[n], &r);
  }
  cnd_destroy(&c);
  mtx_destroy(&m);
  return 0;
}
