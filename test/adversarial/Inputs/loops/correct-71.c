/* shutdown(2) on the socket unblocks the reader; recv returning <= 0 breaks */
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
struct conn {
  int fd;
  pthread_t rx;
  size_t bytes;
};
static void *rx_main(void *p) {
  struct conn *c = p;
  char buf[256];
  for (;;) {
    ssize_t n = recv(c->fd, buf, sizeof buf, 0);
    if (n <= 0)
      break;
    c->bytes += (size_t)n;
  }
  return c;
}
struct conn *conn_open(int fd) {
  struct conn *c = calloc(1, sizeof *c);
  if (c == NULL)
    return NULL;
  c->fd = fd;
  if (pthread_create(&c->rx, NULL, rx_main, c) != 0) {
    free(c);
    return NULL;
  }
  return c;
}
void conn_close(struct conn *c) {
  shutdown(c->fd, SHUT_RDWR);
  pthread_join(c->rx, NULL);
  close(c->fd);
  free(c);
}
int main(int argc, char **argv) {
  (void)argv;
  struct conn *c = conn_open(argc);
  if (c)
    conn_close(c);
  return 0;
}
