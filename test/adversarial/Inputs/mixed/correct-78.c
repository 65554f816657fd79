#define _GNU_SOURCE
/* barrier use, two phases; switch in worker ends loop */
#include <pthread.h>
static pthread_barrier_t bar;
static int phase;
enum cmd { GO, QUIT };
static enum cmd cmd;
static void *w(void *p) {
  for (;;) {
    pthread_barrier_wait(&bar);
    switch (cmd) {
    case GO:
      break;
    case QUIT:
      return p;
    }
    pthread_barrier_wait(&bar);
  }
}
int main(void) {
  pthread_t t;
  pthread_barrier_init(&bar, NULL, 2);
  cmd = GO;
  if (pthread_create(&t, NULL, w, NULL))
    return 1;
  for (phase = 0; phase < 3; phase++) {
    pthread_barrier_wait(&bar);
    pthread_barrier_wait(&bar);
  }
  cmd = QUIT;
  pthread_barrier_wait(&bar);
  pthread_join(t, NULL);
  pthread_barrier_destroy(&bar);
  return 0;
}
