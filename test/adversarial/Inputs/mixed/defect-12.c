#define _GNU_SOURCE
/* sem_wait for a post that an early return of the task skips */
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
static sem_t done;
static void *w(void *p) {
  char *b = malloc(100);
  if (!b)
    return NULL;
  b[0] = *(char *)p;
  free(b);
  sem_post(&done); // EXPECT: skippable-completion
  return NULL;
}
int main(void) {
  char c = 'x';
  pthread_t t;
  sem_init(&done, 0, 0);
  if (pthread_create(&t, NULL, w, &c))
    return 1;
  sem_wait(&done);
  pthread_join(t, NULL);
  sem_destroy(&done);
  return 0;
}
