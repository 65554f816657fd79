#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
struct svc {
  pthread_t th;
  pthread_mutex_t mu;
  pthread_cond_t cv;
  bool stop;
  bool running;
};
static void *loop(void *p) {
  struct svc *s = p;
  pthread_mutex_lock(&s->mu);
  while (!s->stop)
    pthread_cond_wait(&s->cv, &s->mu);
  pthread_mutex_unlock(&s->mu);
  return NULL;
}
struct svc *svc_new(void) {
  struct svc *s = malloc(sizeof *s);
  if (!s)
    return NULL;
  pthread_mutex_init(&s->mu, NULL);
  pthread_cond_init(&s->cv, NULL);
  s->stop = false;
  s->running = pthread_create(&s->th, NULL, loop, s) == 0;
  if (!s->running) {
    free(s);
    return NULL;
  }
  return s;
}
void svc_free(struct svc *s) {
  if (!s)
    return;
  pthread_mutex_lock(&s->mu);
  s->stop = true;
  pthread_cond_broadcast(&s->cv);
  pthread_mutex_unlock(&s->mu);
  if (s->running)
    pthread_join(s->th, NULL);
  pthread_cond_destroy(&s->cv);
  pthread_mutex_destroy(&s->mu);
  free(s);
}
