#define _GNU_SOURCE
/* C pool: busy count in workers, wait idle */
#include <pthread.h>
#include <stdlib.h>
typedef void (*fn)(void *);
typedef struct task {
  fn f;
  void *a;
  struct task *next;
} task;
typedef struct tp {
  pthread_mutex_t m;
  pthread_cond_t work, idle;
  task *first, *last;
  size_t working, alive;
  int stop;
} tp;
static task *get(tp *t) {
  task *k = t->first;
  if (k) {
    t->first = k->next;
    if (!t->first)
      t->last = NULL;
  }
  return k;
}
static void *worker(void *arg) {
  tp *t = arg;
  while (1) {
    pthread_mutex_lock(&t->m);
    while (t->first == NULL && !t->stop)
      pthread_cond_wait(&t->work, &t->m);
    if (t->stop)
      break;
    task *k = get(t);
    t->working++;
    pthread_mutex_unlock(&t->m);
    if (k) {
      k->f(k->a);
      free(k);
    }
    pthread_mutex_lock(&t->m);
    t->working--;
    if (!t->stop && t->working == 0 && t->first == NULL)
      pthread_cond_signal(&t->idle);
    pthread_mutex_unlock(&t->m);
  }
  t->alive--;
  pthread_cond_signal(&t->idle);
  pthread_mutex_unlock(&t->m);
  return NULL;
}
tp *tp_new(size_t n) {
  tp *t = calloc(1, sizeof *t);
  if (!t)
    return NULL;
  pthread_mutex_init(&t->m, NULL);
  pthread_cond_init(&t->work, NULL);
  pthread_cond_init(&t->idle, NULL);
  t->alive = n;
  for (size_t i = 0; i < n; i++) {
    pthread_t th;
    if (pthread_create(&th, NULL, worker, t)) {
      pthread_mutex_lock(&t->m);
      t->alive--;
      pthread_mutex_unlock(&t->m);
      continue;
    }
    pthread_detach(th);
  }
  return t;
}
int tp_add(tp *t, fn f, void *a) {
  task *k = malloc(sizeof *k);
  if (!k)
    return -1;
  k->f = f;
  k->a = a;
  k->next = NULL;
  pthread_mutex_lock(&t->m);
  if (t->last)
    t->last->next = k;
  else
    t->first = k;
  t->last = k;
  pthread_cond_broadcast(&t->work);
  pthread_mutex_unlock(&t->m);
  return 0;
}
void tp_wait(tp *t) {
  pthread_mutex_lock(&t->m);
  while (t->first || (!t->stop && t->working) || (t->stop && t->alive))
    pthread_cond_wait(&t->idle, &t->m);
  pthread_mutex_unlock(&t->m);
}
void tp_free(tp *t) {
  pthread_mutex_lock(&t->m);
  t->stop = 1;
  while (t->first) {
    task *k = get(t);
    free(k);
  }
  pthread_cond_broadcast(&t->work);
  pthread_mutex_unlock(&t->m);
  tp_wait(t);
  pthread_mutex_destroy(&t->m);
  free(t);
}
static void hello(void *a) { (void)a; }
int main(void) {
  tp *t = tp_new(2);
  if (!t)
    return 1;
  tp_add(t, hello, NULL);
  tp_wait(t);
  tp_free(t);
  return 0;
}
