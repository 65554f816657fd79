#define _GNU_SOURCE
/* join before the flag */
#include <pthread.h>
#include <stdatomic.h>
static atomic_int quit;
static atomic_long n;
static void *w(void *p) {
  while (!atomic_load(&quit))
    n++;
  return p;
}
int main(void) {
  pthread_t t;
  if (pthread_create(&t, 0, w, 0))
    return 1;
  pthread_join(t, 0); // EXPECT: join-before-stop
  atomic_store(&quit, 1);
  return 0;
}
