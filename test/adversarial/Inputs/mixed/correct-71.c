#define _GNU_SOURCE
/* daemon: pid file, fork, child runs workers; _exit in the parent */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
static atomic_flag run = ATOMIC_FLAG_INIT;
static void *w(void *p) {
  while (atomic_flag_test_and_set(&run))
    usleep(10);
  return p;
}
static int child(void) {
  pthread_t t[2];
  int i = 0, rc = 0;
  atomic_flag_test_and_set(&run);
  for (; i < 2; i++)
    if ((rc = pthread_create(&t[i], NULL, w, NULL)))
      break;
  atomic_flag_clear(&run);
  while (--i >= 0) {
    pthread_join(t[i], NULL);
  }
  return rc;
}
int main(void) {
  pid_t p = fork();
  if (p < 0)
    return 1;
  if (p == 0)
    _exit(child());
  int st;
  waitpid(p, &st, 0);
  return WEXITSTATUS(st);
}
