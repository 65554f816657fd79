#define _GNU_SOURCE
/* array of pthread_t, early failure joins those already started */
#include <pthread.h>
#include <stdio.h>
#define N 4
static void *work(void *p) {
  int *x = p;
  *x *= 2;
  return NULL;
}
int main(void) {
  pthread_t th[N];
  int v[N];
  int started = 0, rc = 0;
  for (int i = 0; i < N; i++) {
    v[i] = i;
    if (pthread_create(&th[i], NULL, work, &v[i]) != 0) {
      rc = 1;
      break;
    }
    started++;
  }
  for (int i = 0; i < started; i++)
    pthread_join(th[i], NULL);
  printf("%d\n", v[0]);
  return rc;
}
