#define _GNU_SOURCE
/* pthread_tryjoin_np loop */
#include <errno.h>
#include <pthread.h>
#include <unistd.h>
static void *w(void *p) { return p; }
int main(void) {
  pthread_t t;
  int tries = 0;
  if (pthread_create(&t, 0, w, 0))
    return 1;
  while (pthread_tryjoin_np(t, 0) == EBUSY && tries++ < 100)
    usleep(1000);
  if (tries >= 100) {
    pthread_cancel(t);
    pthread_join(t, 0);
  }
  return 0;
}
