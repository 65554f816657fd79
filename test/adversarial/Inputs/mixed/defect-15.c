#define _GNU_SOURCE
/* endless worker, cancelled? no: nobody */
#include <pthread.h>
#include <unistd.h>
static pthread_t hb;
static void *beat(void *p) {
  for (;;) { // EXPECT: unstoppable-worker
    write(1, ".", 1);
    usleep(1000);
  }
  return p;
}
int hb_start(void) { return pthread_create(&hb, 0, beat, 0); }
