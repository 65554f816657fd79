#define _GNU_SOURCE
/* exit() in a helper reached with a thread running */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
static void *w(void *p) {
  puts("save");
  return p;
}
int main(int argc, char **argv) {
  pthread_t t;
  (void)argv;
  if (pthread_create(&t, 0, w, 0))
    return 1;
  if (argc < 2) {
    fputs("usage\n", stderr);
    exit(2); // EXPECT: incomplete-work
  }
  pthread_join(t, 0);
  return 0;
}
