#define _GNU_SOURCE
/* heartbeat: timed cond wait, stop; start/stop with module-static state;
 * restartable */
#include <pthread.h>
#include <stdbool.h>
#include <time.h>
static struct {
  pthread_t th;
  pthread_mutex_t m;
  pthread_cond_t c;
  bool stop, up;
  unsigned beats;
} S = {.m = PTHREAD_MUTEX_INITIALIZER, .c = PTHREAD_COND_INITIALIZER};
static void *beat(void *p) {
  (void)p;
  pthread_mutex_lock(&S.m);
  while (!S.stop) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    t.tv_sec += 1;
    pthread_cond_timedwait(&S.c, &S.m, &t);
    S.beats++;
  }
  pthread_mutex_unlock(&S.m);
  return NULL;
}
int hb_start(void) {
  if (S.up)
    return 0;
  S.stop = false;
  int rc = pthread_create(&S.th, NULL, beat, NULL);
  S.up = !rc;
  return rc;
}
void hb_stop(void) {
  if (!S.up)
    return;
  pthread_mutex_lock(&S.m);
  S.stop = true;
  pthread_mutex_unlock(&S.m);
  pthread_cond_signal(&S.c);
  pthread_join(S.th, NULL);
  S.up = false;
}
int main(void) {
  if (hb_start())
    return 1;
  hb_stop();
  return 0;
}
