#define _GNU_SOURCE
/* the same but the listening socket is shut down first */
#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>
static void *acc(void *p) {
  int l = (int)(intptr_t)p, fd;
  while ((fd = accept(l, 0, 0)) >= 0)
    close(fd);
  return 0;
}
int main(void) {
  int l = socket(AF_INET, SOCK_STREAM, 0);
  pthread_t t;
  if (pthread_create(&t, 0, acc, (void *)(intptr_t)l))
    return 1;
  usleep(1000);
  shutdown(l, SHUT_RDWR);
  pthread_join(t, 0);
  close(l);
  return 0;
}
