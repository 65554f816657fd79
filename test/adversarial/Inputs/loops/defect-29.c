/* C: worker never tests anything; pthread_cond wait that is only a job counter
 */
#include <pthread.h>
#include <stdio.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static unsigned long counter;
static void bump(void) {
  pthread_mutex_lock(&mu);
  counter++;
  pthread_mutex_unlock(&mu);
}
static void *ticker(void *p) {
  (void)p;
  for (;;) // EXPECT: unstoppable-worker
    bump();
  return NULL;
}
int ticker_start(pthread_t *out) {
  return pthread_create(out, NULL, ticker, NULL);
}
