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

// FACT-DAG: fact: start: starts task 1 in Job::Thread of parameter 0{{$}}
// FACT-DAG: fact: start: names #{{[0-9a-f]+}}{{$}}
int start(struct Job *J) {
  return pthread_create(&J->Thread, 0, work, J);
}

// FACT-DAG: fact: finish: joins Job::Thread of parameter 0{{$}}
void finish(struct Job *J) { pthread_join(J->Thread, 0); }

// FACT-DAG: fact: report: signals Job::Done of parameter 0{{$}}
// FACT-DAG: fact: report: calls #{{[0-9a-f]+}}{{$}}
void report(struct Job *J) {
  if (!early())
    sem_post(&J->Done);
}

// FACT-DAG: fact: both: joins Job::Thread of parameter 0{{$}}
// FACT-DAG: fact: both: calls start with 0 = parameter 0{{$}}
// FACT-DAG: fact: both: calls finish with 0 = parameter 0{{$}}
void both(struct Job *J) {
  start(J);
  finish(J);
}
