/* early return skips pthread_join: exit with running thread */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
static void *save(void *p) {
  FILE *f = fopen((const char *)p, "w");
  if (f) {
    for (int i = 0; i < 100000; i++)
      fprintf(f, "%d\n", i);
    fclose(f);
  }
  return NULL;
}
static void usage(void) {
  fputs("usage\n", stderr);
  exit(2); // EXPECT: incomplete-work
}
int main(int argc, char **argv) {
  pthread_t t;
  if (pthread_create(&t, NULL, save, "out.txt"))
    return 1;
  if (argc > 2)
    usage();
  pthread_join(t, NULL);
  return 0;
}
