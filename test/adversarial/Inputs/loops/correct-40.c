/* C: pthread pool with array of tids, pthread_cleanup_push, goto-based error
 * unwinding */
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
struct tp {
  pthread_mutex_t lock;
  pthread_cond_t work, idle;
  unsigned nthr, busy, queued;
  bool shutdown;
  pthread_t *thr;
};
static void unlock_it(void *m) { pthread_mutex_unlock(m); }
static void *tp_main(void *arg) {
  struct tp *tp = arg;
  pthread_mutex_lock(&tp->lock);
  pthread_cleanup_push(unlock_it, &tp->lock);
  for (;;) {
    while (tp->queued == 0 && !tp->shutdown)
      pthread_cond_wait(&tp->work, &tp->lock);
    if (tp->shutdown && tp->queued == 0)
      goto out;
    tp->queued--;
    tp->busy++;
    pthread_mutex_unlock(&tp->lock);
    /* ... do the job ... */
    pthread_mutex_lock(&tp->lock);
    if (--tp->busy == 0 && tp->queued == 0)
      pthread_cond_broadcast(&tp->idle);
  }
out:;
  pthread_cleanup_pop(1);
  return NULL;
}
static void tp_destroy(struct tp *tp) {
  pthread_mutex_lock(&tp->lock);
  tp->shutdown = true;
  pthread_cond_broadcast(&tp->work);
  pthread_mutex_unlock(&tp->lock);
  for (unsigned i = 0; i < tp->nthr; i++)
    pthread_join(tp->thr[i], NULL);
  pthread_cond_destroy(&tp->work);
  pthread_cond_destroy(&tp->idle);
  pthread_mutex_destroy(&tp->lock);
  free(tp->thr);
  free(tp);
}
static struct tp *tp_create(unsigned n) {
  struct tp *tp = calloc(1, sizeof *tp);
  if (!tp)
    return NULL;
  pthread_mutex_init(&tp->lock, NULL);
  pthread_cond_init(&tp->work, NULL);
  pthread_cond_init(&tp->idle, NULL);
  tp->thr = calloc(n, sizeof *tp->thr);
  if (!tp->thr)
    goto fail;
  while (tp->nthr < n) {
    if (pthread_create(&tp->thr[tp->nthr], NULL, tp_main, tp))
      goto fail;
    tp->nthr++;
  }
  return tp;
fail:
  tp_destroy(tp);
  return NULL;
}
static void tp_wait(struct tp *tp) {
  pthread_mutex_lock(&tp->lock);
  while (tp->queued || tp->busy)
    pthread_cond_wait(&tp->idle, &tp->lock);
  pthread_mutex_unlock(&tp->lock);
}
int main(void) {
  struct tp *tp = tp_create(4);
  if (!tp)
    return EXIT_FAILURE;
  pthread_mutex_lock(&tp->lock);
  tp->queued += 10;
  pthread_cond_broadcast(&tp->work);
  pthread_mutex_unlock(&tp->lock);
  tp_wait(tp);
  tp_destroy(tp);
  return EXIT_SUCCESS;
}
