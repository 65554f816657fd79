#define _GNU_SOURCE
/* sem_wait that nobody posts */
#include <pthread.h>
#include <semaphore.h>
static void *w(void *p) { return p; }
int run(void) {
  sem_t s;
  pthread_t t;
  sem_init(&s, 0, 0);
  if (pthread_create(&t, 0, w, 0))
    return 1;
  sem_wait(&s); // EXPECT: forgotten-receiver
  pthread_join(t, 0);
  sem_destroy(&s);
  return 0;
}
