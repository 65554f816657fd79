#define _GNU_SOURCE
/* timed join first; on success done; else set flag and join */
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
static atomic_int stop;
static void *w(void *p) {
  int *n = p;
  while (!stop && *n < 1000000)
    ++*n;
  return 0;
}
int main(void) {
  pthread_t t;
  int n = 0;
  struct timespec ts;
  if (pthread_create(&t, 0, w, &n))
    return 1;
  clock_gettime(CLOCK_REALTIME, &ts);
  ts.tv_sec++;
  if (pthread_timedjoin_np(t, 0, &ts) == 0)
    return 0;
  atomic_store(&stop, 1);
  pthread_join(t, 0);
  return 0;
}
