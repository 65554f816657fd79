/* timed join, then cancel and join */
#define _GNU_SOURCE
#include <pthread.h>
#include <time.h>
#include <unistd.h>
static void *w(void *p) {
  (void)p;
  for (int i = 0; i < 50; i++)
    usleep(1000);
  return NULL;
}
int main(void) {
  pthread_t t;
  struct timespec ts;
  if (pthread_create(&t, NULL, w, NULL))
    return 1;
  clock_gettime(CLOCK_REALTIME, &ts);
  ts.tv_sec += 5;
  if (pthread_timedjoin_np(t, NULL, &ts) != 0) {
    pthread_cancel(t);
    pthread_join(t, NULL);
  }
  return 0;
}
