#define _GNU_SOURCE
/* accept loop, pthread_create into a local, detach (permit-less) */
#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>
static void *cl(void *p) {
  close((int)(intptr_t)p);
  return 0;
}
void serve(int l) {
  int fd;
  while ((fd = accept(l, 0, 0)) >= 0) {
    pthread_t t;
    if (pthread_create(&t, 0, cl, (void *)(intptr_t)fd) == 0) // EXPECT: unbounded-spawn
      pthread_detach(t); // EXPECT: detached-thread
    else
      close(fd);
  }
}
