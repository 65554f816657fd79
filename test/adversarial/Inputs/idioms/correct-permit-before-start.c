/* The sem_wait is the throttle of the accept loop (a permit per client), no
   shutdown wait; on the way out every client's socket is shut down before
   the permits are taken back. */
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>
#define MAXC 16
static sem_t slots;
static volatile sig_atomic_t stop;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int fds[MAXC];
static int note_fd(int old, int now) {
  pthread_mutex_lock(&mu);
  for (int i = 0; i < MAXC; i++)
    if (fds[i] == old) {
      fds[i] = now;
      break;
    }
  pthread_mutex_unlock(&mu);
  return now;
}
static void *client(void *a) {
  int fd = (int)(intptr_t)a;
  char b[256];
  while (read(fd, b, sizeof b) > 0)
    ;
  note_fd(fd, 0);
  close(fd);
  sem_post(&slots);
  return 0;
}
static void handle(int fd) {
  pthread_t t;
  sem_wait(&slots);
  note_fd(0, fd);
  if (pthread_create(&t, 0, client, (void *)(intptr_t)fd) != 0) {
    note_fd(fd, 0);
    close(fd);
    sem_post(&slots);
    return;
  }
  pthread_detach(t);
}
int main(void) {
  int ls = socket(AF_INET, SOCK_STREAM, 0);
  sem_init(&slots, 0, MAXC);
  while (!stop) {
    int fd = accept(ls, 0, 0);
    if (fd < 0)
      break;
    handle(fd);
  }
  pthread_mutex_lock(&mu);
  for (int i = 0; i < MAXC; i++)
    if (fds[i])
      shutdown(fds[i], SHUT_RDWR);
  pthread_mutex_unlock(&mu);
  for (int i = 0; i < MAXC; i++)
    sem_wait(&slots);
  return 0;
}
