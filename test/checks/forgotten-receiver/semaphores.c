// RUN: %check %s joinery-forgotten-receiver
// Semaphores of POSIX begin with the permits that they are initialized with.

#include <semaphore.h>
#include <stdbool.h>

void work(void);

// Reports.

void nobodyPosts(void) {
  sem_t done;
  sem_init(&done, 0, 0);
  work();
  sem_wait(&done);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
  sem_destroy(&done);
}

void postsSometimes(bool ready) {
  sem_t done;
  sem_init(&done, 0, 0);
  if (ready)
    sem_post(&done);
  sem_wait(&done);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
  sem_destroy(&done);
}

// Stays silent.

void beginsWithOne(void) {
  sem_t slot;
  sem_init(&slot, 0, 1);
  sem_wait(&slot);
  work();
  sem_destroy(&slot);
}

void beginsWithOneAndGivesItBack(void) {
  sem_t slot;
  sem_init(&slot, 0, 1);
  sem_wait(&slot);
  work();
  sem_post(&slot);
  sem_destroy(&slot);
}

void beginsWithSome(unsigned slots) {
  sem_t slot;
  sem_init(&slot, 0, slots);
  sem_wait(&slot);
  work();
  sem_post(&slot);
  sem_destroy(&slot);
}

void postsOnEitherBranch(bool ready) {
  sem_t done;
  sem_init(&done, 0, 0);
  if (ready) {
    work();
    sem_post(&done);
  } else {
    sem_post(&done);
  }
  sem_wait(&done);
  sem_destroy(&done);
}
