#define _GNU_SOURCE
/* detached per-client threads counted with sem limit and shut down by acquiring
 * all permits, with goto */
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <unistd.h>
enum { LIMIT = 4 };
struct srv {
  sem_t slots;
  int served;
};
struct cl {
  struct srv *s;
  int fd;
};
static void *cl_main(void *p) {
  struct cl *c = p;
  struct srv *s = c->s;
  if (c->fd >= 0)
    close(c->fd);
  free(c);
  sem_post(&s->slots);
  return NULL;
}
static int cl_start(struct srv *s, int fd) {
  pthread_t t;
  struct cl *c = malloc(sizeof *c);
  if (!c)
    goto err;
  c->s = s;
  c->fd = fd;
  if (pthread_create(&t, NULL, cl_main, c) != 0)
    goto err_free;
  pthread_detach(t);
  return 0;
err_free:
  free(c);
err:
  sem_post(&s->slots);
  return -1;
}
int main(void) {
  struct srv s = {.served = 0};
  sem_init(&s.slots, 0, LIMIT);
  for (int i = 0; i < 20; i++) {
    while (sem_wait(&s.slots) != 0) {
    }
    if (cl_start(&s, -1) == 0)
      s.served++;
  }
  for (int i = 0; i < LIMIT; i++)
    sem_wait(&s.slots);
  sem_destroy(&s.slots);
  return s.served ? 0 : 1;
}
