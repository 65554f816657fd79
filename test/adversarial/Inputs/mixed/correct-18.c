#define _GNU_SOURCE
/* stop pipe: worker polls a pipe, main writes to it and joins; do-while with
 * strict flag */
#include <poll.h>
#include <pthread.h>
#include <unistd.h>
static int pipefd[2];
static void *w(void *p) {
  struct pollfd pf = {.fd = pipefd[0], .events = POLLIN};
  for (;;) {
    int r = poll(&pf, 1, 500);
    if (r > 0)
      break;
    if (r < 0)
      return p;
  }
  return NULL;
}
int main(void) {
  pthread_t t;
  if (pipe(pipefd))
    return 1;
  if (pthread_create(&t, NULL, w, NULL))
    return 1;
  (void)!write(pipefd[1], "q", 1);
  pthread_join(t, NULL);
  close(pipefd[0]);
  close(pipefd[1]);
  return 0;
}
