#define _GNU_SOURCE
/* long sleep in a stoppable loop */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>
static atomic_int quit;
static void *w(void *p) {
  while (!atomic_load(&quit)) {
    sleep(5); // EXPECT: uninterruptible-sleep
  }
  return p;
}
int main(void) {
  pthread_t t;
  if (pthread_create(&t, 0, w, 0))
    return 1;
  usleep(10);
  atomic_store(&quit, 1);
  pthread_join(t, 0);
  return 0;
}
