// RUN: %check %s joinery-unjoined-thread
// In main, a thread that is not joined is the incomplete-work check's matter.

#include <pthread.h>
#include <stddef.h>

void scan(void);

static void *scan_main(void *arg) {
  (void)arg;
  scan();
  return NULL;
}

int main(void) {
  pthread_t scanner;
  if (pthread_create(&scanner, NULL, scan_main, NULL) != 0)
    return 1;
  return 0;
}
