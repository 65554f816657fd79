// RUN: %check %s joinery-unstoppable-worker
// Threads of C.

#include <pthread.h>
#include <stdatomic.h>
#include <threads.h>

void poll(void);
int more(void);
extern volatile int Stopped;
static atomic_bool Stopping;

void *forEver(void *Unused) {
  for (;;)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    poll();
  return Unused;
}

int forEver11(void *Unused) {
  (void)Unused;
  while (1)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    poll();
  return 0;
}

void *whileMore(void *Unused) {
  while (1)
    if (!more())
      break;
  return Unused;
}

void *volatileFlag(void *Unused) {
  while (!Stopped)
    poll();
  return Unused;
}

void *atomicFlag(void *Unused) {
  while (!atomic_load(&Stopping))
    poll();
  return Unused;
}

void *leaves(void *Unused) {
  while (1)
    if (!more())
      pthread_exit(Unused);
}

int startAll(pthread_t *Threads, thrd_t *Other) {
  if (pthread_create(&Threads[0], 0, forEver, 0) ||
      pthread_create(&Threads[1], 0, whileMore, 0) ||
      pthread_create(&Threads[2], 0, volatileFlag, 0) ||
      pthread_create(&Threads[3], 0, atomicFlag, 0) ||
      pthread_create(&Threads[4], 0, leaves, 0))
    return -1;
  return thrd_create(Other, forEver11, 0);
}
