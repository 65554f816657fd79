#define _GNU_SOURCE
/* struct service with start/stop functions, void * opaque handle */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
struct svc {
  pthread_t tid;
  atomic_bool quit;
  int ticks;
};
static void *svc_main(void *arg) {
  struct svc *s = (struct svc *)arg;
  struct timespec ts = {0, 1000000};
  while (!atomic_load_explicit(&s->quit, memory_order_acquire)) {
    s->ticks++;
    nanosleep(&ts, NULL);
  }
  return NULL;
}
struct svc *svc_start(void) {
  struct svc *s = calloc(1, sizeof *s);
  if (s && pthread_create(&s->tid, NULL, svc_main, s) != 0) {
    free(s);
    s = NULL;
  }
  return s;
}
void svc_stop(struct svc *s) {
  atomic_store_explicit(&s->quit, 1, memory_order_release);
  pthread_join(s->tid, NULL);
  free(s);
}
int main(void) {
  struct svc *s = svc_start();
  if (!s)
    return EXIT_FAILURE;
  svc_stop(s);
  return EXIT_SUCCESS;
}
