#define _GNU_SOURCE
/* semaphore as completion for joined threads; semaphores posted by each task */
#include <pthread.h>
#include <semaphore.h>
struct ctx {
  sem_t done;
  int r;
};
static void *work(void *p) {
  struct ctx *c = p;
  c->r = 42;
  sem_post(&c->done);
  return NULL;
}
int main(void) {
  struct ctx c;
  pthread_t t;
  sem_init(&c.done, 0, 0);
  if (pthread_create(&t, NULL, work, &c) != 0) {
    sem_destroy(&c.done);
    return 1;
  }
  sem_wait(&c.done);
  int r = c.r;
  pthread_join(t, NULL);
  sem_destroy(&c.done);
  return r == 42 ? 0 : 1;
}
