// RUN: %c-facts
// The C interfaces.

#include <pthread.h>
#include <semaphore.h>

struct Job {
  pthread_t Thread;
  sem_t Done;
};

void *work(void *);
int early(void);

// FACT: fact: start: starts parameter 0.Thread
int start(struct Job *J) {
  return pthread_create(&J->Thread, 0, work, J);
}

// FACT: fact: finish: joins parameter 0.Thread{{$}}
void finish(struct Job *J) { pthread_join(J->Thread, 0); }

// FACT: fact: report: signals parameter 0.Done, on some paths
void report(struct Job *J) {
  if (!early())
    sem_post(&J->Done);
}

// FACT: fact: both: starts parameter 0.Thread
// FACT: fact: both: joins parameter 0.Thread{{$}}
void both(struct Job *J) {
  start(J);
  finish(J);
}
