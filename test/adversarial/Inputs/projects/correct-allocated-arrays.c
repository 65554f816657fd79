// An allocated array of handles, filled and joined by index: the usual C pool.
#include <pthread.h>
#include <stdlib.h>

static void *work(void *data) { return data; }

void four(void) {
  pthread_t *threads = malloc(4 * sizeof *threads);
  for (int i = 0; i < 4; i++)
    pthread_create(&threads[i], NULL, work, NULL);
  for (int i = 0; i < 4; i++)
    pthread_join(threads[i], NULL);
  free(threads);
}
void some(int count) {
  pthread_t *threads = malloc(count * sizeof *threads);
  int i;
  for (i = 0; i < count; i++)
    if (pthread_create(threads + i, NULL, work, NULL))
      break;
  while (i--)
    pthread_join(threads[i], NULL);
  free(threads);
}
void structs(int count) {
  struct job {
    pthread_t thread;
    int number;
  } *jobs;
  jobs = calloc(count, sizeof *jobs);
  for (int i = 0; i < count; i++)
    pthread_create(&jobs[i].thread, NULL, work, &jobs[i]);
  for (int i = 0; i < count; i++)
    pthread_join(jobs[i].thread, NULL);
  free(jobs);
}
void walk(int count) {
  struct job {
    pthread_t thread;
    int number;
  } *jobs, *job;
  jobs = calloc(count, sizeof *jobs);
  for (job = jobs; job < jobs + count; job++)
    pthread_create(&job->thread, NULL, work, job);
  for (job = jobs; job < jobs + count; job++)
    pthread_join(job->thread, NULL);
  free(jobs);
}
