#define _GNU_SOURCE
/* detached, tracked by a mutex-guarded count that main waits for; heap argument
 */
#include <pthread.h>
#include <stdlib.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cv = PTHREAD_COND_INITIALIZER;
static int running;
static void *work(void *p) {
  free(p);
  pthread_mutex_lock(&mu);
  running--;
  pthread_cond_signal(&cv);
  pthread_mutex_unlock(&mu);
  return NULL;
}
static void spawn(int v) {
  int *p = malloc(sizeof *p);
  if (!p)
    return;
  *p = v;
  pthread_mutex_lock(&mu);
  running++;
  pthread_mutex_unlock(&mu);
  pthread_t t;
  if (pthread_create(&t, NULL, work, p) != 0) {
    pthread_mutex_lock(&mu);
    running--;
    pthread_mutex_unlock(&mu);
    free(p);
    return;
  }
  pthread_detach(t);
}
int main(void) {
  for (int i = 0; i < 3; i++)
    spawn(i);
  pthread_mutex_lock(&mu);
  while (running > 0)
    pthread_cond_wait(&cv, &mu);
  pthread_mutex_unlock(&mu);
  return 0;
}
