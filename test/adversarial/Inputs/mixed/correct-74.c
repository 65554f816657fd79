#define _GNU_SOURCE
/* pthread_cleanup_push posts the completion */
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
static sem_t done;
static void fin(void *p) { sem_post(p); }
static void *w(void *p) {
  pthread_cleanup_push(fin, &done);
  char *b = malloc(10);
  if (!b)
    pthread_exit(NULL);
  b[0] = *(char *)p;
  free(b);
  pthread_cleanup_pop(1);
  return NULL;
}
int main(void) {
  char c = 'c';
  pthread_t t;
  if (sem_init(&done, 0, 0))
    return 1;
  if (pthread_create(&t, NULL, w, &c) != 0)
    return 1;
  sem_wait(&done);
  pthread_join(t, NULL);
  return 0;
}
