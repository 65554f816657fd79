/* C11: thread per message; array grows without bound; handles detached */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
static int handle(void *p) {
  puts(p);
  free(p);
  return 0;
}
void serve(FILE *in) {
  char line[128];
  while (fgets(line, sizeof line, in)) {
    thrd_t t;
    char *copy = strdup(line);
    if (thrd_create(&t, handle, copy) != thrd_success) // EXPECT: unbounded-spawn
      free(copy);
    else
      thrd_detach(t); // EXPECT: detached-thread
  }
}
