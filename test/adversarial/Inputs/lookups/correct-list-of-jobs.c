/* Jobs of a list are found by their number. */
#include <pthread.h>
#include <stdlib.h>

struct job {
  int number;
  int stop;
  pthread_mutex_t lock;
  pthread_t thread;
  struct job *next;
};

static struct job *jobs;

void step(int number);

static struct job *job_of(int number) {
  struct job *j = jobs;
  while (j && j->number != number)
    j = j->next;
  return j;
}

static int is_stopped(struct job *j) {
  int stop;
  pthread_mutex_lock(&j->lock);
  stop = j->stop;
  pthread_mutex_unlock(&j->lock);
  return stop;
}

static void *run(void *arg) {
  struct job *j = arg;
  while (!is_stopped(j))
    step(j->number);
  return NULL;
}

static int start(int number) {
  struct job *j = calloc(1, sizeof *j);
  if (!j)
    return -1;
  j->number = number;
  pthread_mutex_init(&j->lock, NULL);
  j->next = jobs;
  jobs = j;
  return pthread_create(&job_of(number)->thread, NULL, run, j);
}

static void stop(int number) {
  pthread_mutex_lock(&job_of(number)->lock);
  job_of(number)->stop = 1;
  pthread_mutex_unlock(&job_of(number)->lock);
  pthread_join(job_of(number)->thread, NULL);
}

int main(void) {
  if (start(1))
    return 1;
  step(0);
  stop(1);
  return 0;
}
