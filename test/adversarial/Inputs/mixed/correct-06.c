#define _GNU_SOURCE
/* pthread_cancel before join stops an endless blocking worker */
#include <pthread.h>
#include <unistd.h>
static int fd;
static void *reader(void *p) {
  char buf[64];
  (void)p;
  while (read(fd, buf, sizeof buf) > 0)
    ;
  return NULL;
}
int main(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, reader, NULL))
    return 1;
  usleep(1000);
  pthread_cancel(t);
  pthread_join(t, NULL);
  return 0;
}
