/* loop ended by pthread_exit in a helper */
#include <pthread.h>
#include <stdatomic.h>
static atomic_int stop;
static void check(void) {
  if (atomic_load(&stop))
    pthread_exit(NULL);
}
static void *run(void *p) {
  long *n = p;
  while (1) {
    check();
    ++*n;
  }
}
int main(void) {
  pthread_t t;
  long n = 0;
  if (pthread_create(&t, 0, run, &n) != 0)
    return 1;
  atomic_store(&stop, 1);
  pthread_join(t, 0);
  return 0;
}
