// RUN: %check %s joinery-*
// Loops that start and join under more than one condition.

#include <pthread.h>
#include <threads.h>

void serve(int);
static int run(void *p) {
  serve(*(int *)p);
  return 0;
}

// Reports

void forgotten(int *sockets, int count) {
  thrd_t threads[8];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
  for (int i = 0; i < count && i < 8; i++)
    thrd_create(&threads[i], run, &sockets[i]);
}

// Stays silent

void andThen(int *sockets, int count) {
  thrd_t threads[8];
  for (int i = 0; i < count && i < 8; i++)
    thrd_create(&threads[i], run, &sockets[i]);
  for (int i = 0; i < count && i < 8; i++)
    thrd_join(threads[i], NULL);
}

void notOver(int *sockets, int count) {
  thrd_t threads[8];
  int started = 0;
  while (!(started >= count || started >= 8)) {
    if (thrd_create(&threads[started], run, &sockets[started]) != thrd_success)
      break;
    started++;
  }
  int joined = 0;
  while (!(joined >= started || joined >= 8)) {
    thrd_join(threads[joined], NULL);
    joined++;
  }
}
