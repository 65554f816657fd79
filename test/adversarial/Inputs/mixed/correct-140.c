#define _GNU_SOURCE
/* detach in spawn helper, tracked; helper failure returned to main */
#include <pthread.h>
#include <semaphore.h>
static sem_t done;
static void *w(void *p) {
  sem_post(&done);
  return p;
}
static int spawn(void *a) {
  pthread_t t;
  int rc = pthread_create(&t, 0, w, a);
  if (rc)
    return rc;
  pthread_detach(t);
  return 0;
}
int main(void) {
  sem_init(&done, 0, 0);
  if (spawn(0))
    return 1;
  sem_wait(&done);
  return 0;
}
