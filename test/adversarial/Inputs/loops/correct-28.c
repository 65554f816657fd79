/* C: sem_t handshake, volatile-free flag with C11 atomics, sem_timedwait as
 * pause */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
struct ctx {
  atomic_bool stop;
  sem_t ready, wake;
  int beats;
};
static void *svc(void *p) {
  struct ctx *c = p;
  sem_post(&c->ready);
  while (!atomic_load(&c->stop)) {
    struct timespec ts;
    clock_gettime(CLOCK_REALTIME, &ts);
    ts.tv_sec += 5;
    if (sem_timedwait(&c->wake, &ts) == -1 && errno != ETIMEDOUT)
      break;
    c->beats++;
  }
  return NULL;
}
int main(void) {
  struct ctx c = {.beats = 0};
  pthread_t t;
  atomic_init(&c.stop, false);
  sem_init(&c.ready, 0, 0);
  sem_init(&c.wake, 0, 0);
  if (pthread_create(&t, NULL, svc, &c)) {
    perror("pthread_create");
    return 1;
  }
  while (sem_wait(&c.ready) == -1 && errno == EINTR) {
  }
  atomic_store(&c.stop, true);
  sem_post(&c.wake);
  pthread_join(t, NULL);
  sem_destroy(&c.ready);
  sem_destroy(&c.wake);
  return c.beats > 1;
}
