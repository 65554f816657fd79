// RUN: %check %s joinery-repeated-join
// pthread_join and pthread_detach.

#include <pthread.h>

void *work(void *);
int early(void);

// Reports.

int joinTwice(void) {
  pthread_t Worker;
  if (pthread_create(&Worker, 0, work, 0))
    return 1;
  pthread_join(Worker, 0);
  pthread_join(Worker, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  return 0;
}

int detachThenJoin(void) {
  pthread_t Worker;
  if (pthread_create(&Worker, 0, work, 0))
    return 1;
  pthread_detach(Worker);
  return pthread_join(Worker, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void *joinsItself(void *Unused) {
  pthread_join(pthread_self(), 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
  return Unused;
}

int startSelf(pthread_t *Worker) {
  return pthread_create(Worker, 0, joinsItself, 0);
}

// Stays silent.

int joinOnce(void) {
  pthread_t Worker;
  if (pthread_create(&Worker, 0, work, 0))
    return 1;
  if (early()) {
    pthread_detach(Worker);
    return 0;
  }
  return pthread_join(Worker, 0);
}

int joinAll(void) {
  pthread_t Workers[4];
  for (int I = 0; I < 4; ++I)
    if (pthread_create(&Workers[I], 0, work, 0))
      return 1;
  for (int I = 0; I < 4; ++I)
    pthread_join(Workers[I], 0);
  return 0;
}

void startAgain(void) {
  pthread_t Worker;
  for (int I = 0; I < 2; ++I) {
    if (pthread_create(&Worker, 0, work, 0))
      return;
    pthread_join(Worker, 0);
  }
}
