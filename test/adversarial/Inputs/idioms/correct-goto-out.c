/* The usual goto: what was started is counted, and joined at the label. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
void *run(void *);
#define N 4
static int body(void) {
  pthread_t tid[N];
  int i, rc, started = 0, ret = 0;
  for (i = 0; i < N; i++) {
    rc = pthread_create(&tid[i], NULL, run, NULL);
    if (rc) {
      errno = rc;
      perror("pthread_create");
      ret = 1;
      goto out;
    }
    started++;
  }
out:
  for (i = 0; i < started; i++)
    pthread_join(tid[i], NULL);
  return ret;
}
int main(void) {
  pthread_t tid[N];
  int i, rc, started = 0, ret = 0;
  for (i = 0; i < N; i++) {
    rc = pthread_create(&tid[i], NULL, run, NULL);
    if (rc) {
      errno = rc;
      perror("pthread_create");
      ret = 1;
      goto out;
    }
    started++;
  }
  ret = body();
out:
  while (started > 0)
    pthread_join(tid[--started], NULL);
  return ret;
}
