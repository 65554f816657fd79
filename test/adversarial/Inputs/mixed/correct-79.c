#define _GNU_SOURCE
/* self-pipe/eventfd + signal handler global flag volatile sig_atomic_t; main
 * loop; stop both workers */
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <unistd.h>
static volatile sig_atomic_t got;
static int ev;
static void on(int s) {
  (void)s;
  got = 1;
}
static void *w(void *p) {
  uint64_t v;
  for (;;) {
    ssize_t n = read(ev, &v, sizeof v);
    if (n != sizeof v || got)
      break;
  }
  return p;
}
int main(void) {
  pthread_t t;
  signal(SIGINT, on);
  if ((ev = eventfd(0, 0)) < 0)
    return 1;
  if (pthread_create(&t, NULL, w, NULL)) {
    perror("thread");
    close(ev);
    return 1;
  }
  while (!got)
    pause();
  uint64_t one = 1;
  if (write(ev, &one, sizeof one) < 0)
    perror("write");
  pthread_join(t, NULL);
  close(ev);
  return 0;
}
