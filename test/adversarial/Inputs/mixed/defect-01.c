#define _GNU_SOURCE
/* early return skips the join (main) */
#include <pthread.h>
#include <stdio.h>
static void *w(void *p) {
  puts("w");
  return p;
}
int main(int argc, char **argv) {
  (void)argv;
  pthread_t t;
  if (pthread_create(&t, NULL, w, NULL))
    return 1;
  FILE *f = fopen("x", "r");
  if (!f)
    return 2; // EXPECT: incomplete-work
  fclose(f);
  pthread_join(t, NULL);
  return argc;
}
