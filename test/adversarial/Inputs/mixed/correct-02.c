#define _GNU_SOURCE
/* goto cleanup: join on every path where the thread was started */
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
struct job {
  int n;
};
static void *work(void *p) {
  ((struct job *)p)->n++;
  return NULL;
}
int run(int n) {
  int rc = -1;
  bool started = false;
  pthread_t t;
  struct job *j = malloc(sizeof *j);
  if (!j)
    return -1;
  j->n = n;
  if (pthread_create(&t, NULL, work, j))
    goto out;
  started = true;
  if (n < 0)
    goto out;
  rc = 0;
out:
  if (started)
    pthread_join(t, NULL);
  free(j);
  return rc;
}
int main(int argc, char **argv) {
  (void)argv;
  return run(argc);
}
