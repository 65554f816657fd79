/* No thread was started if the counter is still zero. */
#include <pthread.h>
#include <stdlib.h>
void *run(void *);
static void join_all(pthread_t *t, int n) {
  for (int i = 0; i < n; i++)
    pthread_join(t[i], NULL);
}
static int try_start(pthread_t *t) {
  int tries = 0;
  while (pthread_create(t, NULL, run, NULL) != 0)
    if (++tries > 3)
      return -1;
  return 0;
}
int main(int argc, char **argv) {
  pthread_t tid[8];
  int n = 0;
  for (int i = 0; i < 8; i++) {
    if (try_start(&tid[i]) != 0)
      break;
    n++;
  }
  if (n == 0)
    return 1;
  join_all(tid, n);
  pthread_t one;
  for (int i = 0; i < argc; i++) {
    if (pthread_create(&one, NULL, run, argv[i]) != 0)
      return 1;
    pthread_join(one, NULL);
  }
  pthread_t *heap = malloc(sizeof *heap * argc);
  for (int i = 0; i < argc; i++)
    if (pthread_create(&heap[i], NULL, run, argv[i]) != 0) {
      join_all(heap, i);
      free(heap);
      return 1;
    }
  join_all(heap, argc);
  free(heap);
  return 0;
}
