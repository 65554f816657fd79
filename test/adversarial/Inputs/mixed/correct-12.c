#define _GNU_SOURCE
/* attributes: joinable set explicitly; static thread table with join-all at
 * exit via atexit */
#include <pthread.h>
#include <stdlib.h>
static pthread_t tab[8];
static int ntab;
static void join_all(void) {
  while (ntab > 0)
    pthread_join(tab[--ntab], NULL);
}
static void *w(void *p) { return p; }
static int spawn(void) {
  pthread_attr_t a;
  pthread_attr_init(&a);
  pthread_attr_setdetachstate(&a, PTHREAD_CREATE_JOINABLE);
  pthread_attr_setstacksize(&a, 1 << 20);
  int rc = pthread_create(&tab[ntab], &a, w, NULL);
  pthread_attr_destroy(&a);
  if (rc == 0)
    ntab++;
  return rc;
}
int main(int argc, char **argv) {
  (void)argv;
  atexit(join_all);
  if (spawn())
    return 1;
  if (argc > 2)
    exit(2);
  if (spawn())
    return 1;
  return 0;
}
