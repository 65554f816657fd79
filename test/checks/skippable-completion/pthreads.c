// RUN: %check %s joinery-skippable-completion
// Semaphores of POSIX.

#include <pthread.h>
#include <semaphore.h>

int ready(void);
void work(void);

struct Job {
  sem_t Done;
};

void *skips(void *Argument) {
  struct Job *J = Argument;
  if (!ready())
    return 0;
  work();
  sem_post(&J->Done);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  return 0;
}

void *tells(void *Argument) {
  struct Job *J = Argument;
  if (ready())
    work();
  sem_post(&J->Done);
  return 0;
}

void runBoth(void) {
  struct Job First, Second;
  pthread_t A, B;
  sem_init(&First.Done, 0, 0);
  sem_init(&Second.Done, 0, 0);
  if (pthread_create(&A, 0, skips, &First))
    return;
  sem_wait(&First.Done);
  pthread_join(A, 0);
  if (pthread_create(&B, 0, tells, &Second))
    return;
  sem_wait(&Second.Done);
  pthread_join(B, 0);
}
