/* A counter that only goes up has left zero with the first start. */
#include <pthread.h>
#include <stdlib.h>
void *run(void *);
static void join_all(pthread_t *t, int n) {
  for (int i = 0; i < n; i++)
    pthread_join(t[i], NULL);
}
#define START(T) pthread_create(T, NULL, run, NULL)
int main(int argc, char **argv) {
  pthread_t tid[8];
  int n = 0;
  for (int i = 0; i < 8; i++) {
    if (START(&tid[i]) != 0)
      break;
    n++;
  }
  if (n <= 0)
    return 1;
  join_all(tid, n);
  return 0;
}
