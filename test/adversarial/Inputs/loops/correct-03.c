/* C worker with a queue: pthread_cond, flag in struct under lock */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
struct item {
  struct item *next;
  int v;
};
struct worker {
  pthread_mutex_t mu;
  pthread_cond_t cv;
  struct item *head;
  bool quit;
  pthread_t tid;
};
static void *worker_main(void *arg) {
  struct worker *w = arg;
  pthread_mutex_lock(&w->mu);
  while (1) {
    while (!w->head && !w->quit)
      pthread_cond_wait(&w->cv, &w->mu);
    if (!w->head)
      break;
    struct item *it = w->head;
    w->head = it->next;
    pthread_mutex_unlock(&w->mu);
    printf("%d\n", it->v);
    free(it);
    pthread_mutex_lock(&w->mu);
  }
  pthread_mutex_unlock(&w->mu);
  return NULL;
}
int worker_start(struct worker *w) {
  pthread_mutex_init(&w->mu, NULL);
  pthread_cond_init(&w->cv, NULL);
  w->head = NULL;
  w->quit = false;
  return pthread_create(&w->tid, NULL, worker_main, w);
}
void worker_stop(struct worker *w) {
  pthread_mutex_lock(&w->mu);
  w->quit = true;
  pthread_cond_broadcast(&w->cv);
  pthread_mutex_unlock(&w->mu);
  pthread_join(w->tid, NULL);
  pthread_mutex_destroy(&w->mu);
  pthread_cond_destroy(&w->cv);
}
void worker_post(struct worker *w, int v) {
  struct item *it = malloc(sizeof *it);
  if (!it)
    return;
  it->v = v;
  pthread_mutex_lock(&w->mu);
  it->next = w->head;
  w->head = it;
  pthread_cond_signal(&w->cv);
  pthread_mutex_unlock(&w->mu);
}
int main(void) {
  struct worker w;
  if (worker_start(&w) != 0)
    return 1;
  for (int i = 0; i < 10; i++)
    worker_post(&w, i);
  worker_stop(&w);
  return 0;
}
