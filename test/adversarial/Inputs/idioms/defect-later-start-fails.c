/* Leaves with the threads of the rounds before. */
#include <pthread.h>
void *run(void *);
static void join_all(pthread_t *t, int n) {
  for (int i = 0; i < n; i++)
    pthread_join(t[i], NULL);
}
static int try_start(pthread_t *t) {
  return pthread_create(t, NULL, run, NULL);
}
int main(int argc, char **argv) {
  pthread_t tid[8];
  int n = 0;
  for (int i = 0; i < 8; i++) {
    if (try_start(&tid[i]) != 0)
      return n != 0; // EXPECT: incomplete-work
    n++;
  }
  if (n == 0)
    return 1;
  join_all(tid, n);
  return 0;
}
