/* 'done' is the answer to one request; every request that is taken gets its
   answer, and a worker that is woken with nothing queued ends (main asks it
   so only after the last request has been answered). */
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
struct req {
  int in, out;
  sem_t done;
  struct req *next;
};
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static sem_t items;
static struct req *head;
static void *worker(void *u) {
  for (;;) {
    sem_wait(&items);
    pthread_mutex_lock(&mu);
    struct req *r = head;
    if (r)
      head = r->next;
    pthread_mutex_unlock(&mu);
    if (!r)
      break;
    r->out = r->in * r->in;
    sem_post(&r->done);
  }
  return u;
}
static int call(int v) {
  struct req r = {.in = v};
  sem_init(&r.done, 0, 0);
  pthread_mutex_lock(&mu);
  r.next = head;
  head = &r;
  pthread_mutex_unlock(&mu);
  sem_post(&items);
  sem_wait(&r.done);
  return r.out;
}
int main(void) {
  pthread_t t;
  sem_init(&items, 0, 0);
  if (pthread_create(&t, NULL, worker, NULL))
    return 1;
  printf("%d\n", call(3));
  sem_post(&items);
  pthread_join(t, NULL);
  return 0;
}
