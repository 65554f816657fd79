#define _GNU_SOURCE
/* accept loop bounded by a semaphore permit; workers joinable, reaped by a
 * counter of permits at end */
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>
#define MAXC 16
static sem_t slots;
static void *client(void *p) {
  int fd = (int)(intptr_t)p;
  char b[32];
  ssize_t n = recv(fd, b, sizeof b, 0);
  if (n > 0)
    send(fd, b, (size_t)n, 0);
  close(fd);
  sem_post(&slots);
  return NULL;
}
int serve(int lfd) {
  sem_init(&slots, 0, MAXC);
  for (;;) {
    int fd = accept(lfd, NULL, NULL);
    if (fd < 0)
      break;
    sem_wait(&slots);
    pthread_t t;
    if (pthread_create(&t, NULL, client, (void *)(intptr_t)fd)) {
      close(fd);
      sem_post(&slots);
      continue;
    }
    pthread_detach(t);
  }
  for (int i = 0; i < MAXC; i++)
    sem_wait(&slots);
  sem_destroy(&slots);
  return 0;
}
int main(void) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (s < 0)
    return 1;
  int rc = serve(s);
  close(s);
  return rc;
}
