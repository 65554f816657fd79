#define _GNU_SOURCE
/* job queue with a condition variable, stop wakes all workers */
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
struct job {
  struct job *next;
  void (*fn)(void *);
  void *arg;
};
struct pool {
  pthread_mutex_t mu;
  pthread_cond_t cv;
  struct job *head, *tail;
  bool stop;
  pthread_t th[4];
  int n;
};
static void *worker(void *p) {
  struct pool *pl = p;
  for (;;) {
    pthread_mutex_lock(&pl->mu);
    while (!pl->head && !pl->stop)
      pthread_cond_wait(&pl->cv, &pl->mu);
    if (!pl->head) {
      pthread_mutex_unlock(&pl->mu);
      return NULL;
    }
    struct job *j = pl->head;
    pl->head = j->next;
    if (!pl->head)
      pl->tail = NULL;
    pthread_mutex_unlock(&pl->mu);
    j->fn(j->arg);
    free(j);
  }
}
int pool_init(struct pool *pl) {
  pthread_mutex_init(&pl->mu, NULL);
  pthread_cond_init(&pl->cv, NULL);
  pl->head = pl->tail = NULL;
  pl->stop = false;
  pl->n = 0;
  for (int i = 0; i < 4; i++) {
    if (pthread_create(&pl->th[pl->n], NULL, worker, pl))
      break;
    pl->n++;
  }
  return pl->n ? 0 : -1;
}
void pool_submit(struct pool *pl, void (*fn)(void *), void *arg) {
  struct job *j = malloc(sizeof *j);
  if (!j)
    return;
  j->fn = fn;
  j->arg = arg;
  j->next = NULL;
  pthread_mutex_lock(&pl->mu);
  if (pl->tail)
    pl->tail->next = j;
  else
    pl->head = j;
  pl->tail = j;
  pthread_cond_signal(&pl->cv);
  pthread_mutex_unlock(&pl->mu);
}
void pool_shutdown(struct pool *pl) {
  pthread_mutex_lock(&pl->mu);
  pl->stop = true;
  pthread_cond_broadcast(&pl->cv);
  pthread_mutex_unlock(&pl->mu);
  for (int i = 0; i < pl->n; i++)
    pthread_join(pl->th[i], NULL);
  pthread_cond_destroy(&pl->cv);
  pthread_mutex_destroy(&pl->mu);
}
static void hello(void *p) { (void)p; }
int main(void) {
  struct pool pl;
  if (pool_init(&pl))
    return 1;
  for (int i = 0; i < 10; i++)
    pool_submit(&pl, hello, NULL);
  pool_shutdown(&pl);
  return 0;
}
