/* nanosleep/sleep in a stoppable loop in C */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>
struct mon {
  atomic_int stop;
  pthread_t t;
};
static void *monitor(void *p) {
  struct mon *m = p;
  while (!atomic_load(&m->stop)) {
    puts("checking");
    sleep(60); // EXPECT: uninterruptible-sleep
  }
  return NULL;
}
int main(void) {
  struct mon m;
  atomic_init(&m.stop, 0);
  if (pthread_create(&m.t, NULL, monitor, &m))
    return 1;
  getchar();
  atomic_store(&m.stop, 1);
  pthread_join(m.t, NULL);
  return 0;
}
