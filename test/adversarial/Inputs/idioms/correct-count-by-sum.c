/* The same with a sum. */
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
  size_t n = 0;
  for (int i = 0; i < 8; i++) {
    if (START(&tid[i]) != 0)
      break;
    n += 1;
  }
  if (n > 0)
    join_all(tid, n);
  return 0;
}
