#define _GNU_SOURCE
/* accept loop, handles in fixed table with wrap-around */
#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>
static pthread_t tab[1024];
static unsigned n;
static void *cl(void *p) {
  close((int)(intptr_t)p);
  return 0;
}
void serve(int l) {
  for (;;) {
    int fd = accept(l, 0, 0);
    if (fd < 0)
      break;
    if (pthread_create(&tab[n++ % 1024], 0, cl, (void *)(intptr_t)fd)) // EXPECT: unbounded-spawn
      close(fd);
  }
}
