#define _GNU_SOURCE
/* main exits through error helper before any thread is started; thread started
 * last; exits inside child callback fine */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static void usage(void) {
  fputs("usage\n", stderr);
  exit(2);
}
static void *w(void *p) { return p; }
int main(int argc, char **argv) {
  int opt;
  while ((opt = getopt(argc, argv, "h")) != -1)
    if (opt == 'h')
      usage();
  if (optind >= argc)
    usage();
  pthread_t t;
  int rc = pthread_create(&t, NULL, w, NULL);
  if (rc) {
    fprintf(stderr, "%d\n", rc);
    exit(EXIT_FAILURE);
  }
  void *r;
  rc = pthread_join(t, &r);
  exit(rc || r ? EXIT_FAILURE : EXIT_SUCCESS);
}
