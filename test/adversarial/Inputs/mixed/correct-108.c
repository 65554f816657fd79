#define _GNU_SOURCE
/* pipe workers: producer sends close-down by closing the write end; reader
 * joins */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>
static void *rd(void *p) {
  int fd = *(int *)p;
  char c;
  while (read(fd, &c, 1) == 1)
    putchar(c);
  return NULL;
}
int main(void) {
  int fd[2];
  pthread_t t;
  if (pipe(fd) < 0)
    return 1;
  if (pthread_create(&t, NULL, rd, &fd[0]) != 0) {
    close(fd[0]);
    close(fd[1]);
    return 1;
  }
  dprintf(fd[1], "hello\n");
  close(fd[1]);
  pthread_join(t, NULL);
  close(fd[0]);
  return 0;
}
