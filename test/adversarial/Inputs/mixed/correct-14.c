#define _GNU_SOURCE
/* signal thread with sigwait; main does its work and joins afterwards; sigwait
 * bounded by SIGTERM sent via pthread_kill */
#include <pthread.h>
#include <signal.h>
static void *sigthr(void *p) {
  int s = 0;
  sigwait((sigset_t *)p, &s);
  return NULL;
}
int main(void) {
  static sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  pthread_t t;
  if (pthread_create(&t, NULL, sigthr, &set))
    return 1;
  pthread_kill(t, SIGTERM);
  pthread_join(t, NULL);
  return 0;
}
