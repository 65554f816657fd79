// RUN: %check %s joinery-forgotten-receiver
// Threads that a helper starts do what the caller waits for.

#include <pthread.h>
#include <semaphore.h>

void work(void);

// Reports.

static void *forgets(void *argument) {
  work();
  return argument;
}

static int start(sem_t *done) {
  pthread_t thread;
  int error = pthread_create(&thread, 0, forgets, 0);
  if (!error)
    pthread_detach(thread);
  return error;
}

int neverPosted(void) {
  sem_t done;
  sem_init(&done, 0, 0);
  if (start(&done))
    return -1;
  sem_wait(&done);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
  sem_destroy(&done);
  return 0;
}

// Stays silent.

static void *posts(void *argument) {
  sem_t *done = argument;
  work();
  sem_post(done);
  return 0;
}

static int submit(sem_t *done) {
  pthread_t thread;
  int error = pthread_create(&thread, 0, posts, done);
  if (!error)
    pthread_detach(thread);
  return error;
}

int posted(void) {
  sem_t done;
  sem_init(&done, 0, 0);
  if (submit(&done))
    return -1;
  sem_wait(&done);
  sem_destroy(&done);
  return 0;
}
