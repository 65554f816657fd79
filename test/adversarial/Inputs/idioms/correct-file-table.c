/* A table of the file: what a failed start leaves is joined. */
#include <pthread.h>
#include <stdlib.h>
struct w {
  pthread_t tid;
  int started;
};
void *run(void *);
static struct w workers[8];
static int n_workers;
static void stop_all(void) {
  for (int i = 0; i < n_workers; i++)
    if (workers[i].started)
      pthread_join(workers[i].tid, NULL);
}
static int start_all(int n) {
  for (int i = 0; i < n; i++) {
    if (pthread_create(&workers[i].tid, NULL, run, &workers[i]) != 0)
      return -1;
    workers[i].started = 1;
    n_workers++;
  }
  return 0;
}
int main(int argc, char **argv) {
  struct w *mine = &workers[0];
  if (start_all(argc) != 0) {
    stop_all();
    return EXIT_FAILURE;
  }
  (void)mine;
  stop_all();
  return 0;
}
