#define _GNU_SOURCE
/* producer/consumer ring, poison pill */
#include <pthread.h>
static int ring[8];
static unsigned head, tail;
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t notempty = PTHREAD_COND_INITIALIZER,
                      notfull = PTHREAD_COND_INITIALIZER;
static void put(int v) {
  pthread_mutex_lock(&m);
  while (head - tail == 8)
    pthread_cond_wait(&notfull, &m);
  ring[head++ % 8] = v;
  pthread_cond_signal(&notempty);
  pthread_mutex_unlock(&m);
}
static int get(void) {
  pthread_mutex_lock(&m);
  while (head == tail)
    pthread_cond_wait(&notempty, &m);
  int v = ring[tail++ % 8];
  pthread_cond_signal(&notfull);
  pthread_mutex_unlock(&m);
  return v;
}
static void *consumer(void *sum) {
  int v;
  while ((v = get()) >= 0)
    *(long *)sum += v;
  return 0;
}
int main(void) {
  pthread_t c;
  long sum = 0;
  if (pthread_create(&c, 0, consumer, &sum))
    return 1;
  for (int i = 0; i < 100; i++)
    put(i);
  put(-1);
  pthread_join(c, 0);
  return sum == 4950 ? 0 : 1;
}
