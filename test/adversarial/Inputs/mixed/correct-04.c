#define _GNU_SOURCE
/* signal handler sets the flag, worker tests it; main joins */
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>
static atomic_int stop;
static void on_term(int s) {
  (void)s;
  atomic_store(&stop, 1);
}
static void *loop(void *p) {
  (void)p;
  while (!atomic_load(&stop))
    usleep(1000);
  return 0;
}
int main(void) {
  struct sigaction sa = {0};
  sa.sa_handler = on_term;
  sigaction(SIGTERM, &sa, 0);
  pthread_t t;
  if (pthread_create(&t, 0, loop, 0))
    return 1;
  pthread_join(t, 0);
  return 0;
}
